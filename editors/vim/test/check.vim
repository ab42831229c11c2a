vim9script
# Opens an article, edits it, takes the edit back and survives the death of the server, and writes
# down what is highlighted after each step. It runs in the folder that holds
#   article.md                          the article
#   name                                a name in it, before which an emoji is put
#   opened.expected, edited.expected    the highlights to wait for
#   pids                                the process ids of all servers that were started
# and writes STEP.actual there, up to the first wait that was in vain. A line of these files is
# LINE:COLUMN, the group and the text, parted by tabs; columns are characters, both count from 1.

const limit = 60

def Highlights(): list<string>
  return prop_list(1, {end_lnum: -1})->mapnew((_, prop) => {
    const line = getline(prop.lnum)
    const text = line->strpart(prop.col - 1, prop.length)
    const column = line->strpart(0, prop.col - 1)->strchars() + 1
    return printf("%d:%d\t%s\t%s", prop.lnum, column, prop.type, text)
  })->filter((_, highlight) => highlight !~ "\t$")->sort()
enddef

def WaitFor(Condition: func(): bool)
  const start = reltime()
  while !Condition() && reltime(start)->reltimefloat() < limit
    # Drawing makes the listeners hear of changes, sleeping lets timers and channels run.
    redraw
    sleep 20m
  endwhile
enddef

def Check(step: string, expected: string)
  const lines = readfile(expected .. '.expected')
  WaitFor(() => Highlights() == lines)
  writefile(Highlights(), step .. '.actual')
  if Highlights() != lines
    throw 'not as expected: ' .. step
  endif
enddef

def Run()
  edit article.md
  Check('opened', 'opened')

  search('\V' .. escape(readfile('name')[0], '\'), 'cw')
  normal! i😀 
  Check('edited', 'edited')

  undo
  Check('undone', 'opened')

  system('kill -9 ' .. readfile('pids')[-1])
  WaitFor(() => execute('messages') =~ 'AnnotateServerRestart')
  AnnotateServerRestart
  Check('restarted', 'opened')
  writefile(execute('messages')->split("\n"), 'messages')
enddef

try
  Run()
catch
  writefile([v:exception, v:throwpoint], 'failure')
finally
  qall!
endtry
