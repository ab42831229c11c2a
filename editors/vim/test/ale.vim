vim9script
# Looks with ALE at the article "fixable.md" that editors/README.md describes, and writes down what
# ALE finds, what it says of the first name, and the text as it mends it.

const limit = 60

def WaitFor(Condition: func(): bool)
  const start = reltime()
  while !Condition() && reltime(start)->reltimefloat() < limit
    sleep 10m
  endwhile
  if !Condition()
    throw 'waited in vain'
  endif
enddef

# What a preview window holds.
def Shown(): string
  const windows = range(1, winnr('$'))->filter((_, window) => getwinvar(window, '&previewwindow'))
  return windows->mapnew((_, window) => getbufline(winbufnr(window), 1)[0])->join()
enddef

def Run()
  edit fixable.md
  WaitFor(() => !ale#engine#GetLoclist(bufnr())->empty())
  writefile(ale#engine#GetLoclist(bufnr())->mapnew((_, finding) => {
    const column = getline(finding.lnum)->strpart(0, finding.col - 1)->strchars() + 1
    return printf('%d:%d', finding.lnum, column)
  }), 'findings.actual')

  search('Paris', 'w')
  ALEHover
  WaitFor(() => Shown() =~ 'Paris')
  pclose

  search('Ã', 'w')
  const before = getline(1, '$')
  # It asks which of the actions to take.
  feedkeys("1\<CR>", 't')
  ALECodeAction
  WaitFor(() => getline(1, '$') != before)
  writefile(getline(1, '$'), 'fixed.actual')
enddef

try
  set hidden
  Run()
catch
  writefile([v:exception, v:throwpoint] + execute('messages')->split("\n"), 'failure')
finally
  ale#lsp_linter#ClearLSPData()
  qall!
endtry
