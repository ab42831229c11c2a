vim9script
# Does in a real Vim what editors/README.md says under "For developers", and writes down what is to
# be seen.

const limit = 60

# The groups of findings.
const findings = "\tAnnotate\\%(Error\\|Warning\\|Information\\)\t"

def Place(lnum: number, col: number): string
  return printf('%d:%d', lnum, getline(lnum)->strpart(0, col - 1)->strchars() + 1)
enddef

def Highlights(): list<string>
  return prop_list(1, {end_lnum: -1})->mapnew((_, prop) => {
    const words = getline(prop.lnum)->strpart(prop.col - 1, prop.length)
    return printf("%s\t%s\t%s", Place(prop.lnum, prop.col), prop.type, words)
  })->filter((_, highlight) => highlight !~ "\t$" && highlight !~ findings)->sort()
enddef

def Hints(): list<dict<any>>
  return prop_list(1, {end_lnum: -1, types: ['AnnotateHint']})
enddef

def WaitFor(Condition: func(): bool)
  const start = reltime()
  while !Condition() && reltime(start)->reltimefloat() < limit
    # Drawing makes the listeners hear of changes, sleeping lets timers and channels run.
    redraw
    sleep 5m
  endwhile
  if !Condition()
    writefile(Highlights(), 'seen')
    throw 'waited in vain'
  endif
enddef

# Waits until the highlights are as expected after a step, and writes them down.
def Check(step: string)
  const lines = readfile(step .. '.expected')
  try
    WaitFor(() => Highlights() == lines)
  finally
    writefile(Highlights(), step .. '.actual')
  endtry
enddef

def CheckArticle(name: string, lnum: number, column: number)
  execute 'edit' fnameescape(name .. '.md')
  Check(name .. '.opened')

  setcursorcharpos(lnum, column)
  normal! i😀 
  Check(name .. '.edited')
  undo
  Check(name .. '.undone')
  execute ':' .. lnum .. 'delete'
  Check(name .. '.cut')
  undo
  Check(name .. '.restored')

  setcursorcharpos(lnum, column)
  AnnotateHover
  WaitFor(() => !popup_list()->empty())
  const hover = popup_list()[0]->winbufnr()->getbufline(1)[0]
  writefile([hover->substitute(' — .*', '', '')], name .. '.hover.actual')
  popup_clear()

  AnnotateClaims
  writefile(getloclist(0)->mapnew((_, item) => {
    const line = getbufline(item.bufnr, item.lnum)[0]
    const place = printf('%d:%d', item.lnum, line->strpart(0, item.col - 1)->strchars() + 1)
    return place .. "\t" .. item.text
  }), name .. '.claims.actual')
  lclose

  var places: list<string> = []
  cursor(1, 1)
  for _ in getloclist(0)
    AnnotateNext
    places->add(Place(line('.'), col('.')))
  endfor
  AnnotateNext
  places->add(Place(line('.'), col('.')))
  :2AnnotatePrev
  places->add(Place(line('.'), col('.')))
  writefile(places, name .. '.moves.actual')

  setcursorcharpos(lnum, column)
  AnnotateMentions
  WaitFor(() => getloclist(0, {title: 0}).title == 'Mentions' && !getloclist(0)->empty())
  lclose
  if annotate_server#Tags('', 'c', {})->empty()
    throw 'no tag for ' .. name
  endif

  AnnotateHints
  WaitFor(() => !Hints()->empty())
  AnnotateHints
  if !Hints()->empty()
    throw 'hints stay'
  endif

  AnnotateOutline
  WaitFor(() => getloclist(0, {title: 0}).title == 'Outline' && !getloclist(0)->empty())
  lclose
enddef

def CheckFindings()
  edit fixable.md
  WaitFor(() => annotate_server#Status() =~ 'findings: [1-9]')
  AnnotateFindings
  writefile(getloclist(0)->mapnew((_, item) => {
    const line = getbufline(item.bufnr, item.lnum)[0]
    return printf('%d:%d', item.lnum, line->strpart(0, item.col - 1)->strchars() + 1)
  }), 'findings.actual')
  lclose
  AnnotateFindings!
  if len(getqflist()) < len(getloclist(0))
    throw 'the quickfix list lacks findings'
  endif
  cclose
  const before = getline(1, '$')
  search('Ã')
  AnnotateActions
  WaitFor(() => !popup_list()->empty())
  popup_close(popup_list()[0], 1)
  WaitFor(() => getline(1, '$') != before)
  undo
  AnnotateFix!
  WaitFor(() => getline(1, '$') != before)
  writefile(getline(1, '$'), 'fixed.actual')
enddef

# Completes a name, and renames it.
def CheckTyping()
  setlocal omnifunc=annotate_server#Complete
  execute "normal! GoKov\<C-X>\<C-O>"
  if getline('$') != 'Anna Kovac'
    throw 'completed to ' .. getline('$')
  endif
  :$delete
  search('Kov')
  AnnotateRename Anna Kovač
  WaitFor(() => search('Kovač', 'cn') > 0)
  writefile(getline(1, '$'), 'renamed.actual')
enddef

# Adds a name to those of the workspace, for which the server asks for an edit of a file that no
# buffer has; then changes that file.
def CheckNames()
  search('Anna')
  AnnotateActions
  WaitFor(() => !popup_list()->empty())
  const titles = winbufnr(popup_list()[0])->getbufline(1, '$')
  popup_close(popup_list()[0], titles->match('as ORG') + 1)
  WaitFor(() => Highlights()->match("AnnotateOrganization\tAnna") >= 0)
  if readfile('.annotate.json')->match('Anna Kovač') < 0 || bufexists('.annotate.json')
    throw 'the name was not written'
  endif
  edit .annotate.json
  :%delete
  setline(1, '{"accuracy": "instant"}')
  write
  buffer fixable.md
  WaitFor(() => Highlights()->match("AnnotatePerson\tAnna") >= 0)
enddef

# Makes the edits that a server may ask for, also of files that no buffer has.
def CheckEdits()
  const path = getcwd() .. '/new folder/names é.json'
  const uri = annotate_server#text#Uri(path)
  const article = annotate_server#client#Current(bufnr())
  const place = {line: 0, character: 0}
  annotate_server#client#Apply({documentChanges: [
    {kind: 'create', uri: uri},
    {
      textDocument: {uri: uri, version: null},
      edits: [{range: {start: place, end: place}, newText: "[\"é😀\"]\n"}],
    },
    {
      textDocument: {uri: article.uri, version: article.version},
      edits: [{range: {start: place, end: place}, newText: '😀'}],
    },
  ]})
  if readfile(path) != ['["é😀"]'] || getline(1)[0] != '😀' || bufexists(path)
    throw 'wrong edits: ' .. string(readfile(path)) .. getline(1)
  endif
enddef

def CheckRestart(name: string)
  execute 'edit' fnameescape(name .. '.md')
  system('kill -9 ' .. readfile('pids')[-1])
  WaitFor(() => execute('messages') =~ 'AnnotateRestart')
  if annotate_server#Status() !~ 'stopped'
    throw 'the status hides that the server has died: ' .. annotate_server#Status()
  endif
  AnnotateRestart
  Check('restarted')
  bdelete!
  AnnotateStop
  Check('stopped')
enddef

def Run()
  const articles = readfile('articles')->mapnew((_, line) => split(line, "\t"))
  for [name, lnum, column] in articles
    CheckArticle(name, str2nr(lnum), str2nr(column))
  endfor
  CheckFindings()
  CheckTyping()
  CheckNames()
  CheckEdits()
  CheckRestart(articles[0][0])
  # Reports of the plugin, and errors of Vim.
  const reports = execute('messages')->split("\n")
    ->filter((_, line) => line =~ '^annotate-server:\|^E\d\|^Error')
  writefile(reports, 'messages')
enddef

try
  set hidden
  Run()
catch
  writefile([v:exception, v:throwpoint] + execute('messages')->split("\n"), 'failure')
finally
  qall!
endtry
