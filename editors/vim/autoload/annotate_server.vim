vim9script
# What the commands do.

import autoload './annotate_server/client.vim'
import autoload './annotate_server/text.vim'

# What Complete has found, between its two calls.
var completions: list<dict<any>> = []

# Shows what is known of the entity and the claim under the cursor, until the cursor moves.
export def Hover()
  Ask('textDocument/hover', {position: Cursor()}, (_, hover) => {
    if type(hover) == v:t_dict
      Show(hover.contents.value->split("\n"))
    else
      echo 'Nothing is known of this'
    endif
  })
enddef

# Shows lines beside the cursor, until it moves.
def Show(lines: list<string>)
  const longest = max(lines->mapnew((_, line) => strdisplaywidth(line)))
  # Vim moves a popup to the left where there is no room for it, but only one without 'wrap'.
  final look: dict<any> = {border: [], padding: [0, 1, 0, 1], wrap: longest > &columns - 4}
  if &ambiwidth == 'single'
    look.borderchars = ['─', '│', '─', '│', '╭', '╮', '╯', '╰']
  endif
  popup_atcursor(lines, look)
enddef

# Moves the cursor some claims ahead, or back where the number is negative.
export def Move(steps: number)
  const document = client.Current(bufnr())
  final starts = document->get('claims', [])
    ->mapnew((_, claim) => Start(claim))
    ->sort(Compare)
    ->uniq()
  if starts->empty()
    echo 'No claims'
    return
  endif
  const here = Cursor()
  const before = starts->copy()->filter((_, start) => Compare(start, here) < 0)->len()
  const through = starts->copy()->filter((_, start) => Compare(start, here) <= 0)->len()
  const index = steps > 0 ? through + steps - 1 : before + steps
  if !&wrapscan && (index < 0 || index >= len(starts))
    echo steps > 0 ? 'No claim below' : 'No claim above'
    return
  endif
  const start = starts[(index % len(starts) + len(starts)) % len(starts)]
  normal! m'
  cursor(start.line + 1, start.character + 1)
enddef

# Lists who said what in the current buffer, in the location list; with a name, what its bearer
# said.
export def ListClaims(name: string)
  const document = client.Current(bufnr())
  const claims = document->get('claims', [])->copy()
    ->filter((_, claim) => Source(document, claim)->tolower()->stridx(tolower(name)) >= 0)
  List('Claims', claims->mapnew((_, claim) => Item(
    document.buffer, {start: Start(claim), end: Start(claim)},
    [claim.source, claim.cue, claim.content]
      ->mapnew((_, spans) => text.Quote(document.buffer, spans))
      ->filter((_, words) => words != '')
      ->join(' | '))))
enddef

# Lists the title, the sections and the claims of the current buffer, in the location list.
export def ListOutline()
  Ask('textDocument/documentSymbol', {}, (document, symbols) => {
    List('Outline', Flat(type(symbols) == v:t_list ? symbols : [], 0)->mapnew((_, symbol) => Item(
      document.buffer, symbol.selectionRange, repeat('  ', symbol.depth) .. symbol.name)))
  })
enddef

# Lists what the server finds fault with: in the current buffer, in the location list; or in all
# open articles, in the quickfix list.
export def ListFindings(all: bool)
  var items: list<dict<any>> = []
  for document in all ? client.Documents() : [client.Document(bufnr())]
    for finding in document->get('findings', [])
      items->add(Item(document.buffer, finding.range, finding.message)->extend({
        type: 'EWIN'->strpart(finding->get('severity', 2) - 1, 1),
      }))
    endfor
  endfor
  if !all
    List('Findings', items)
    return
  endif
  setqflist([], ' ', {title: 'Findings', items: items})
  if items->empty()
    echo 'Findings: none'
  else
    copen
  endif
enddef

# Repairs what the server finds fault with: in the line of the cursor, after a choice where there is
# one; or in the whole buffer, all that is safe.
export def Fix(all: bool)
  const first = all ? 1 : line('.')
  const last = all ? line('$') : line('.')
  const range = {
    start: {line: first - 1, character: 0},
    end: {line: last - 1, character: len(getline(last))},
  }
  AskActions(range, all ? 'source.fixAll' : 'quickfix', (asked, found) => {
    const actions = found->copy()->filter((_, action) => type(action->get('edit', 0)) == v:t_dict)
    if actions->empty()
      echo 'Nothing to repair here'
    elseif all || len(actions) == 1
      for action in actions
        client.Act(asked, action)
      endfor
    else
      Choose(asked, actions)
    endif
  })
enddef

# Offers all that can be done at the cursor; or, where the first line is not 0, in what is selected
# or some lines.
export def Act(first: number, last: number)
  var start = Cursor()
  var end = start
  if first > 0
    start = {line: first - 1, character: 0}
    end = {line: last - 1, character: len(getline(last))}
    if visualmode() == 'v' && [first, last] == [line("'<"), line("'>")]
      const tail = getline(last)->strpart(col("'>") - 1)
      start.character = col("'<") - 1
      end.character = col("'>") - 1 + len(matchstr(tail, '^.'))
    endif
  endif
  AskActions({start: start, end: end}, '', (asked, actions) => {
    if actions->empty()
      echo 'Nothing can be done here'
    else
      Choose(asked, actions)
    endif
  })
enddef

# Gives what the name under the cursor means another one, wherever it stands; asks for it if it is
# empty.
export def Rename(name: string)
  const new = name == '' ? input('New name: ', Name()) : name
  if new != ''
    Ask('textDocument/rename', {position: Cursor(), newName: new}, (asked, edit) => {
      if type(edit) == v:t_dict
        client.Act(asked, {edit: edit})
      endif
    })
  endif
enddef

# Lists all mentions of what the name under the cursor means, in the location list.
export def ListMentions()
  const params = {position: Cursor(), context: {includeDeclaration: true}}
  Ask('textDocument/references', params, (document, places) => {
    List('Mentions', (type(places) == v:t_list ? places : [])->mapnew((_, place) =>
      Item(document.buffer, place.range, getline(place.range.start.line + 1)->trim())))
  })
enddef

# Shows behind the words whom a pronoun means and which day "Thursday" is, or no longer.
export def ToggleHints()
  final document = client.Document(bufnr())
  if document->empty()
    client.Warn('this buffer is no article')
  else
    client.ToggleHints(document)
  endif
enddef

# Completes the names of the article, for 'omnifunc'.
export def Complete(findstart: bool, base: string): any
  if !findstart
    return completions
  endif
  const answer = client.Answer(client.Document(bufnr()), 'textDocument/completion',
    {position: Cursor()})
  const items: list<dict<any>> = type(answer) == v:t_dict ? answer.items : []
  if items->empty()
    completions = []
    return -3
  endif
  # Some replace one word, others several.
  const starts = items->mapnew((_, item) => item.textEdit.range.start.character)
  const start = min(starts)
  completions = items->mapnew((index, item) => ({
    word: getline('.')->strpart(start, starts[index] - start) .. item.textEdit.newText,
    abbr: item.label,
    menu: item->get('detail', ''),
  }))
  return start
enddef

# Finds where what the name under the cursor means is introduced, for 'tagfunc'.
export def Tags(name: string, flags: string, info: dict<any>): any
  if flags !~ 'c'
    return null
  endif
  const document = client.Document(bufnr())
  const answer = client.Answer(document, 'textDocument/definition', {position: Cursor()})
  const places: list<dict<any>> =
    type(answer) == v:t_list ? answer : type(answer) == v:t_dict ? [answer] : []
  if places->empty()
    return null
  endif
  return places->mapnew((_, place) => ({
    name: name,
    filename: text.Path(place.uri),
    cmd: printf('/\%%%dl\%%%dc/', place.range.start.line + 1, place.range.start.character + 1),
  }))
enddef

# What goes on in the current buffer, for 'statusline': nothing where it is no article.
export def Status(): string
  const document = client.Document(bufnr())
  if document->empty()
    return ''
  endif
  const state = client.State(document)
  if state != 'ready'
    return 'annotate: ' .. state
  endif
  return printf('claims: %d, findings: %d', len(document.claims), len(document.findings))
enddef

export def Attach(buffer: number)
  client.Attach(buffer)
enddef

export def Detach(buffer: number)
  client.Detach(buffer)
enddef

# Tells the servers that a file with their settings was written.
export def SettingsSaved(path: string)
  client.TellFile(path, 2)
enddef

export def Stop()
  client.Stop()
enddef

export def Restart()
  client.Restart()
enddef

# Asks the server about the current buffer; the answer is used if that still is the current one.
def Ask(method: string, params: dict<any>, Use: func(dict<any>, any))
  final document = client.Document(bufnr())
  if document->empty()
    client.Warn('this buffer is no article')
    return
  endif
  client.Request(document, method, params, (answer) => {
    if bufnr() == document.buffer
      Use(document, answer)
    endif
  })
enddef

# The name under the cursor.
def Name(): string
  const named = client.Answer(client.Document(bufnr()), 'textDocument/prepareRename',
    {position: Cursor()})
  return type(named) == v:t_dict ? named->get('placeholder', '') : ''
enddef

# Asks what can be done in a range; with a kind, only what is of that kind.
def AskActions(range: dict<any>, kind: string, Use: func(dict<any>, list<dict<any>>))
  final document = client.Document(bufnr())
  if !document->empty() && !client.Offers(document, 'codeActionProvider')
    client.Warn('this server offers no actions')
    return
  endif
  var context: dict<any> = {
    diagnostics: document->get('findings', [])->copy()->filter((_, finding) =>
      Compare(finding.range.start, range.end) <= 0 && Compare(finding.range.end, range.start) >= 0),
  }
  if kind != ''
    context.only = [kind]
  endif
  Ask('textDocument/codeAction', {range: range, context: context}, (asked, answer) => {
    Use(asked, type(answer) == v:t_list ? answer : [])
  })
enddef

def Choose(document: dict<any>, actions: list<dict<any>>)
  popup_menu(actions->mapnew((_, action) => action.title), {callback: (_, choice) => {
    if choice > 0
      client.Act(document, actions[choice - 1])
    endif
  }})
enddef

# Where the cursor is, as the server counts.
def Cursor(): dict<any>
  return {line: line('.') - 1, character: col('.') - 1}
enddef

# Where a claim begins.
def Start(claim: dict<any>): dict<any>
  return (claim.source + claim.cue + claim.content)
    ->mapnew((_, range) => range.start)
    ->sort(Compare)[0]
enddef

# The words for who makes a claim, and the full name of that source.
def Source(document: dict<any>, claim: dict<any>): string
  const chain = claim->get('sourceChain', '')
  const names = document.chains->copy()
    ->filter((_, one) => one.id == chain)
    ->mapnew((_, one) => one.name)
  return text.Quote(document.buffer, claim.source) .. "\n" .. names->join("\n")
enddef

def Compare(one: dict<any>, other: dict<any>): number
  return one.line == other.line ? one.character - other.character : one.line - other.line
enddef

# A tree of symbols as a list, each with its depth.
def Flat(symbols: list<any>, depth: number): list<dict<any>>
  var flat: list<dict<any>> = []
  for symbol in symbols
    flat->add(symbol->copy()->extend({depth: depth}))
    flat->extend(Flat(symbol->get('children', []), depth + 1))
  endfor
  return flat
enddef

# Shows items in the location list, each with its line but without the name of the one file.
def List(title: string, items: list<dict<any>>)
  setloclist(0, [], ' ', {title: title, items: items, quickfixtextfunc: Rows})
  if items->empty()
    echo title .. ': none'
  else
    lopen
  endif
enddef

def Rows(info: dict<any>): list<string>
  const list = info.quickfix
    ? getqflist({id: info.id, items: 0})
    : getloclist(info.winid, {id: info.id, items: 0})
  return list.items[info.start_idx - 1 : info.end_idx - 1]
    ->mapnew((_, item) => printf('%4d: %s', item.lnum, item.text))
enddef

def Item(buffer: number, range: dict<any>, words: string): dict<any>
  return {
    bufnr: buffer,
    lnum: range.start.line + 1,
    col: range.start.character + 1,
    end_lnum: range.end.line + 1,
    end_col: range.end.character + 1,
    text: words,
  }
enddef
