// Everything that runs in the handler is safe in one (POSIX's list of async-signal-safe functions),
// which is why this is C: the handler takes no memory, no lock and nothing of a runtime.

#include "CrashReport.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// glibc and macOS tell the calls that led to a place; musl does not.
#if defined(__GLIBC__) || defined(__APPLE__)
#include <execinfo.h>
#define HAS_BACKTRACE 1
#endif

enum { work_count = 64, work_length = 64, frame_count = 64 };

static char title[128];
static char folder[PATH_MAX], file[PATH_MAX], marker[PATH_MAX];

/// What is at work: an empty text where nothing is. A slot belongs to whoever has set its flag.
static struct {
  atomic_bool is_taken;
  char text[work_length];
} works[work_count];

static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { fault_count = sizeof faults / sizeof *faults };
static struct sigaction before[fault_count];
static int hands_over;
static atomic_flag is_reporting = ATOMIC_FLAG_INIT;

static const char *name_of(int fault) {
  switch (fault) {
  case SIGILL: return "SIGILL";
  case SIGTRAP: return "SIGTRAP";
  case SIGSEGV: return "SIGSEGV";
  case SIGBUS: return "SIGBUS";
  case SIGFPE: return "SIGFPE";
  case SIGABRT: return "SIGABRT";
  default: return "a signal";
  }
}

static void put(int descriptor, const char *text) {
  size_t count = strlen(text);
  while (count > 0) {
    ssize_t written = write(descriptor, text, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text += written;
    count -= (size_t)written;
  }
}

static void put_report(int descriptor, int fault, void *const *frames, int count) {
  put(descriptor, title);
  put(descriptor, " crashed: ");
  put(descriptor, name_of(fault));
  put(descriptor, "\nat work:");
  int found = 0;
  for (int i = 0; i < work_count; i++) {
    if (!atomic_load(&works[i].is_taken) || !works[i].text[0]) continue;
    put(descriptor, found++ ? ", " : " ");
    put(descriptor, works[i].text);
  }
  put(descriptor, found ? "\n" : " nothing that has a name\n");
#ifdef HAS_BACKTRACE
  put(descriptor, "calls, the last one first:\n");
  backtrace_symbols_fd(frames, count, descriptor);
#endif
}

/// Lets Swift's own backtracer speak, where a toolchain is and the user has asked for it. Unasked it
/// would take its time, and leave a process behind after some faults.
static void hand_over(int fault, siginfo_t *information, void *context) {
  for (int i = 0; i < fault_count; i++) {
    if (faults[i] != fault || !hands_over) continue;
    if (before[i].sa_flags & SA_SIGINFO) {
      before[i].sa_sigaction(fault, information, context);
    } else if (before[i].sa_handler != SIG_DFL && before[i].sa_handler != SIG_IGN) {
      before[i].sa_handler(fault);
    }
  }
}

static void report(int fault, siginfo_t *information, void *context) {
  // Of several threads that fail at once one reports, and its signal ends them all.
  if (atomic_flag_test_and_set(&is_reporting)) {
    for (;;) pause();
  }
  void *frames[frame_count];
  int count = 0;
#ifdef HAS_BACKTRACE
  count = backtrace(frames, frame_count);
#endif
  put_report(STDERR_FILENO, fault, frames, count);
  mkdir(folder, 0700);
  int descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    put_report(descriptor, fault, frames, count);
    close(descriptor);
    int sign = open(marker, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (sign >= 0) close(sign);
    put(STDERR_FILENO, "This report is also in ");
    put(STDERR_FILENO, file);
    put(STDERR_FILENO, "\n");
  }
  hand_over(fault, information, context);
  // The signal is held back until this returns, and then ends the process as if nobody had minded.
  signal(fault, SIG_DFL);
  raise(fault);
}

void crash_report_install(const char *new_title, const char *new_folder, const char *new_file,
                          const char *new_marker) {
  snprintf(title, sizeof title, "%s", new_title);
  snprintf(folder, sizeof folder, "%s", new_folder);
  snprintf(file, sizeof file, "%s", new_file);
  snprintf(marker, sizeof marker, "%s", new_marker);
#ifdef HAS_BACKTRACE
  // The first call loads a library, which a handler must not.
  void *frame;
  backtrace(&frame, 1);
#endif
  hands_over = getenv("SWIFT_BACKTRACE") != NULL;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = report;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fault_count; i++) sigaction(faults[i], &action, &before[i]);
}

// A thread that has used up its stack has none for the handler, so each that works gets one of its
// own. Pages that are never touched cost nothing.
static _Thread_local char handler_stack[1 << 16];
static _Thread_local int has_handler_stack;

static void take_handler_stack(void) {
  if (has_handler_stack) return;
  has_handler_stack = 1;
  stack_t old;
  if (sigaltstack(NULL, &old) == 0 && !(old.ss_flags & SS_DISABLE)) return;
  stack_t own = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack, .ss_flags = 0};
  sigaltstack(&own, NULL);
}

int crash_report_begin(const char *work) {
  take_handler_stack();
  for (int i = 0; i < work_count; i++) {
    if (atomic_exchange(&works[i].is_taken, 1)) continue;
    snprintf(works[i].text, work_length, "%s", work);
    return i;
  }
  return -1;
}

void crash_report_end(int number) {
  if (number < 0 || number >= work_count) return;
  works[number].text[0] = 0;
  atomic_store(&works[number].is_taken, 0);
}

const char *crash_report_compiler(void) { return __VERSION__; }
