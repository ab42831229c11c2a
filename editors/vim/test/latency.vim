vim9script
# Types into the article that Vim was started with, and says how long after each key its colours
# were right again, and how long Vim was busy with the key:
#   vim -Nu VIMRC -S latency.vim ARTICLE
# A key is the cheapest edit for Vim; for the server, which reads a paragraph anew, all are alike.

const keys = 50

def Milliseconds(start: list<any>): float
  return 1000 * reltime(start)->reltimefloat()
enddef

def WaitFor(Condition: func(): bool)
  while !Condition()
    sleep 1m
  endwhile
enddef

def Median(times: list<float>): float
  return sort(times, 'f')[len(times) / 2]
enddef

def Run()
  final article = annotate_server#client#Document(bufnr())
  WaitFor(() => article.drawn > 0)
  var redrawn: list<float> = []
  var busy: list<float> = []
  cursor(line('$') / 2, 20)
  for _ in range(keys)
    const drawn = article.drawn
    const start = reltime()
    normal! ax
    redraw
    busy->add(Milliseconds(start))
    WaitFor(() => article.drawn > drawn)
    redraw
    redrawn->add(Milliseconds(start))
    sleep 50m
  endfor
  writefile([printf('redrawn after %.0f ms (median), %.0f ms (worst); busy for %.1f ms (median)',
    Median(redrawn), max(redrawn->mapnew((_, time) => float2nr(time))) * 1.0, Median(busy))],
    '/dev/stderr', 'a')
enddef

Run()
qall!
