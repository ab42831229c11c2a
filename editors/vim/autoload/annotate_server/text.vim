vim9script
# The text of a buffer as the server has it: a list of lines, each of which ends with a line feed.
# Lines and columns of the server count from 0, those of Vim from 1; columns are bytes on both
# sides.

# The lines of a buffer, byte for byte where Vim has them. A NUL, which Vim keeps as a line feed,
# and a carriage return would end a line for the server: a space takes their place.
export def Lines(buffer: number): list<string>
  return getbufline(buffer, 1, '$')->map((_, line) => tr(line, "\n\r", '  '))
enddef

# The one change, of whole lines, that makes the old lines the new ones.
export def Change(old: list<string>, new: list<string>): dict<any>
  const [head, tail] = Common(old, new)
  return {
    range: {
      start: {line: head, character: 0},
      end: {line: len(old) - tail, character: 0},
    },
    text: Joined(new->slice(head, len(new) - tail)),
  }
enddef

export def Joined(lines: list<string>): string
  return lines->mapnew((_, line) => line .. "\n")->join('')
enddef

# Makes the edits of the server in a buffer; they are those of one text, and do not overlap.
export def Apply(buffer: number, edits: list<dict<any>>)
  const old = Lines(buffer)
  Replace(buffer, old, Edited(old, edits))
enddef

# Makes the edits of the server in a file, which need not be there.
export def ApplyToFile(path: string, edits: list<dict<any>>)
  const old = filereadable(path) ? readfile(path) : []
  writefile(Edited(old, edits), path)
enddef

# The lines after edits.
def Edited(old: list<string>, edits: list<dict<any>>): list<string>
  var starts = [0]
  for line in old
    starts->add(starts[-1] + len(line) + 1)
  endfor
  def Offset(position: dict<any>): number
    const line = min([position.line, len(old)])
    return min([starts[line] + position.character, starts[-1]])
  enddef
  var text = Joined(old)
  # From the end on, so that the offsets before an edit stay true. Sorting is stable: of insertions
  # at one place the first comes first.
  final sorted = edits->copy()->sort((a, b) => Offset(a.range.start) - Offset(b.range.start))
  for edit in sorted->reverse()
    text = strpart(text, 0, Offset(edit.range.start)) .. edit.newText
      .. strpart(text, Offset(edit.range.end))
  endfor
  return split(substitute(text, '\n$', '', ''), "\n", true)
enddef

# The text of some ranges, on one line.
export def Quote(buffer: number, ranges: list<dict<any>>): string
  return ranges->mapnew((_, range) => {
    var lines = getbufline(buffer, range.start.line + 1, range.end.line + 1)
    if lines->empty()
      return ''
    endif
    lines[-1] = lines[-1]->strpart(0, range.end.character)
    lines[0] = lines[0]->strpart(range.start.character)
    return lines->join(' ')
  })->join(' ... ')
enddef

# The nearest folder above a file that holds the settings of a workspace or a repository.
export def Root(path: string): string
  var folder = path == '' ? getcwd() : fnamemodify(path, ':h')
  while true
    if filereadable(folder .. '/.annotate.json') || getftype(folder .. '/.git') != ''
      return folder
    endif
    const parent = fnamemodify(folder, ':h')
    if parent == folder
      return ''
    endif
    folder = parent
  endwhile
  return ''
enddef

export def Uri(path: string): string
  return 'file://' .. path->substitute('[^A-Za-z0-9/._~-]', (match) => Percent(match[0]), 'g')
enddef

# The path of a file's URI; empty for others.
export def Path(uri: string): string
  if uri !~ '^file://'
    return ''
  endif
  return uri[7 : ]->substitute('%\(\x\x\)', (match) => eval('"\x' .. match[1] .. '"'), 'g')
enddef

def Percent(character: string): string
  return range(len(character))
    ->mapnew((_, index) => printf('%%%02X', char2nr(strpart(character, index, 1))))
    ->join('')
enddef

# How many lines two texts share at their beginnings and, of the rest, at their ends.
def Common(old: list<string>, new: list<string>): list<number>
  const most = min([len(old), len(new)])
  var head = 0
  while head < most && old[head] ==# new[head]
    head += 1
  endwhile
  var tail = 0
  while tail < most - head && old[-1 - tail] ==# new[-1 - tail]
    tail += 1
  endwhile
  return [head, tail]
enddef

# Puts the new lines into a buffer that has the old ones. Lines that stay are not touched, so that
# marks, and what the server does not know, stay with them.
def Replace(buffer: number, old: list<string>, new: list<string>)
  const [head, tail] = Common(old, new)
  const lines = new->slice(head, len(new) - tail)
  const room = len(old) - tail - head
  const shared = min([room, len(lines)])
  setbufline(buffer, head + 1, lines->slice(0, shared))
  if room > shared
    deletebufline(buffer, head + shared + 1, head + room)
  else
    appendbufline(buffer, head + shared, lines->slice(shared))
  endif
enddef
