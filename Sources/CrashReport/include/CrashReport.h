#ifndef CRASH_REPORT_H
#define CRASH_REPORT_H

/// Writes a report when a fault of the program's own ends it: to stderr, and to `file` in `folder`,
/// beside which an empty file `marker` tells the next run of it. What would have happened without
/// this happens afterwards, so that the status and a core file are those of the fault.
///
/// The report holds the title, the signal, what was at work (`crash_report_begin`) and the addresses
/// of the calls; never a text that the program works on. The strings are copied.
void crash_report_install(const char *title, const char *folder, const char *file,
                          const char *marker);

/// Notes that some work begins, for the report.
///
/// Returns a number for `crash_report_end`, or -1 where too much is at work already.
int crash_report_begin(const char *work);

/// Notes that some work has ended.
void crash_report_end(int number);

/// The compiler that built the program, in its own words.
const char *crash_report_compiler(void);

#endif
