vim9script
# A client of annotate-server. It opens every article in a server, sends the whole text when it has
# changed, and draws the annotations that the server pushes. Lines and columns of the server count
# from 0, those of Vim from 1; with the encoding utf-8 both count bytes.

# How long the text must rest before it is sent, in milliseconds.
const delay = 150

const groups = {
  PERSON: 'AnnotatePerson',
  ORG: 'AnnotateOrganization',
  GPE: 'AnnotatePlace',
  LOC: 'AnnotatePlace',
  FAC: 'AnnotatePlace',
  NORP: 'AnnotateGroup',
  LANGUAGE: 'AnnotateGroup',
  EVENT: 'AnnotateEvent',
  WORK_OF_ART: 'AnnotateWork',
  LAW: 'AnnotateWork',
  PRODUCT: 'AnnotateProduct',
  DATE: 'AnnotateDate',
  TIME: 'AnnotateDate',
  MONEY: 'AnnotateQuantity',
  PERCENT: 'AnnotateQuantity',
  QUANTITY: 'AnnotateQuantity',
  ORDINAL: 'AnnotateQuantity',
  CARDINAL: 'AnnotateQuantity',
  ROLE: 'AnnotateRole',
}

# Where properties overlap, the higher one wins. A claim covers much text, an entity little, and a
# role may hold the name of an organization.
const priorities = {
  AnnotateClaimContent: 1,
  AnnotateClaimSource: 2,
  AnnotateClaimCue: 3,
  AnnotateRole: 10,
  AnnotatePerson: 11,
  AnnotateOrganization: 11,
  AnnotatePlace: 11,
  AnnotateGroup: 11,
  AnnotateEvent: 11,
  AnnotateWork: 11,
  AnnotateProduct: 11,
  AnnotateDate: 11,
  AnnotateQuantity: 11,
}

# The servers by the root of their workspace, '' for files that have none. A server is
# {root, job, ready, stopping}. One that has died stays, so that its end is reported only once.
var servers: dict<dict<any>> = {}

# The open articles by buffer number: {buffer, root, uri, listener, timer, sent, claims, findings},
# where `sent` is the b:changedtick of the text that the server has; 0 means that it has none.
var documents: dict<dict<any>> = {}

# Opens a buffer in the server of its workspace.
export def Attach(buffer: number)
  if documents->has_key(buffer) || getbufvar(buffer, '&buftype') != ''
    return
  endif
  if &encoding != 'utf-8'
    Warn("columns can only be counted when 'encoding' is utf-8")
    return
  endif
  DefineProperties()
  const path = bufname(buffer) == '' ? '' : fnamemodify(bufname(buffer), ':p')
  const root = Root(path)
  documents[buffer] = {
    buffer: buffer,
    root: root,
    uri: path == '' ? 'untitled:' .. buffer : Uri(path),
    listener: listener_add((_, _, _, _, _) => Touch(documents[buffer], delay), buffer),
    timer: 0,
    sent: 0,
    claims: [],
    findings: [],
  }
  Touch(documents[buffer], 0)
  if !servers->has_key(root)
    Start(root)
  endif
enddef

# Closes a buffer in the server, and takes the highlights away.
export def Detach(buffer: number)
  if !documents->has_key(buffer)
    return
  endif
  final document = documents->remove(buffer)
  timer_stop(document.timer)
  listener_remove(document.listener)
  Clear(buffer)
  if document.sent > 0
    Notify(document, 'textDocument/didClose', {textDocument: {uri: document.uri}})
  endif
enddef

# Ends the servers, each as the protocol asks, so that none is left behind.
export def Stop()
  for server in servers->values()
    server.stopping = true
    if Runs(server)
      try
        ch_evalexpr(server.job, {method: 'shutdown'}, {timeout: 500})
        ch_sendexpr(server.job, {method: 'exit'})
      catch /^Vim\%((\S\+)\)\?:E\%(630\|631\|906\)/
        # It has ended by itself meanwhile.
      endtry
    endif
  endfor
  servers = {}
  for document in documents->values()
    timer_stop(document.timer)
    document.sent = 0
    document.claims = []
    document.findings = []
    Clear(document.buffer)
  endfor
enddef

# Starts the servers anew, with the articles that are open.
export def Restart()
  Stop()
  for root in documents->values()->mapnew((_, document) => document.root)->sort()->uniq()
    Start(root)
  endfor
enddef

# Lists who said what in the current buffer, in the location list.
export def ListClaims()
  const buffer = bufnr()
  final claims: list<dict<any>> = Current(buffer)->get('claims', [])
  List('Claims', claims->mapnew((_, claim) => Item(
    buffer, (claim.source + claim.cue + claim.content)[0],
    [claim.source, claim.cue, claim.content]
      ->mapnew((_, spans) => Text(buffer, spans))
      ->filter((_, text) => text != '')
      ->join(' | '))))
enddef

# Lists what the server finds fault with in the current buffer, in the location list.
export def ListFindings()
  const buffer = bufnr()
  final findings: list<dict<any>> = Current(buffer)->get('findings', [])
  List('Findings', findings->mapnew((_, finding) =>
    Item(buffer, finding.range, finding.message)->extend({
      type: 'EWIN'->strpart(finding->get('severity', 2) - 1, 1),
    })))
enddef

# The server

def Start(root: string)
  const command: list<string> = g:->get('annotate_server_command', ['annotate-server'])
  if !executable(command[0])
    # The entry without a job keeps the warning from coming back with every article.
    servers[root] = {root: root, job: null_job, ready: false, stopping: false}
    Warn(printf('cannot run "%s"; set g:annotate_server_command', command[0]))
    return
  endif
  final server: dict<any> = {root: root, ready: false, stopping: false}
  servers[root] = server
  server.job = job_start(command, {
    in_mode: 'lsp',
    out_mode: 'lsp',
    err_io: 'null',
    noblock: true,
    out_cb: (_, message) => Receive(server, message),
    exit_cb: (_, status) => Ended(server, status),
  })
  if !Runs(server)
    return
  endif
  ch_sendexpr(server.job, {
    method: 'initialize',
    params: {
      processId: getpid(),
      clientInfo: {name: 'Vim', version: string(v:versionlong)},
      rootUri: root == '' ? null : Uri(root),
      workspaceFolders: root == '' ? null : [{uri: Uri(root), name: fnamemodify(root, ':t')}],
      initializationOptions: g:->get('annotate_server_options', {}),
      capabilities: {
        general: {positionEncodings: ['utf-8']},
        textDocument: {publishDiagnostics: {versionSupport: true}},
        experimental: {publishAnnotations: true},
      },
    },
  }, {callback: (_, reply) => Ready(server, reply)})
enddef

def Ready(server: dict<any>, reply: dict<any>)
  if reply->has_key('error')
    Warn(reply.error.message)
    return
  endif
  server.ready = true
  ch_sendexpr(server.job, {method: 'initialized', params: {}})
  for document in documents->values()
    if document.root == server.root
      Touch(document, 0)
    endif
  endfor
enddef

def Ended(server: dict<any>, status: number)
  server.ready = false
  if !server.stopping
    Warn(printf('the server ended with status %d; :AnnotateServerRestart starts it again', status))
  endif
enddef

def Runs(server: dict<any>): bool
  return job_status(server.job) == 'run'
enddef

def Receive(server: dict<any>, message: dict<any>)
  const method = message->get('method', '')
  if message->has_key('id') && method != ''
    # Nothing was declared that a server could ask for.
    const error = {code: -32601, message: 'unknown method ' .. method}
    ch_sendexpr(server.job, {id: message.id, error: error})
  elseif method == 'textDocument/publishAnnotations'
    Draw(message.params)
  elseif method == 'textDocument/publishDiagnostics'
    final document = ByUri(message.params.uri)
    if !document->empty()
      document.findings = message.params.diagnostics
    endif
  elseif method == 'window/showMessage'
    Warn(message.params.message)
  endif
enddef

def Notify(document: dict<any>, method: string, params: dict<any>)
  const server: dict<any> = servers->get(document.root, {})
  if server->get('ready', false) && Runs(server)
    ch_sendexpr(server.job, {method: method, params: params})
  endif
enddef

# The text

# Has the text sent once it rests. A command that opens a file goes on after the event that brought
# it here, so the first text waits for it too.
def Touch(document: dict<any>, rest: number)
  timer_stop(document.timer)
  document.timer = timer_start(rest, (_) => Send(document))
enddef

# Sends the text, if the server is there and has another.
def Send(document: dict<any>)
  const tick = getbufvar(document.buffer, 'changedtick')
  if document.sent == tick || !servers->get(document.root, {})->get('ready', false)
    return
  endif
  const contents = Contents(document.buffer)
  if document.sent == 0
    Notify(document, 'textDocument/didOpen', {
      textDocument: {
        uri: document.uri,
        languageId: getbufvar(document.buffer, '&filetype'),
        version: tick,
        text: contents,
      },
    })
  else
    Notify(document, 'textDocument/didChange', {
      textDocument: {uri: document.uri, version: tick},
      contentChanges: [{text: contents}],
    })
  endif
  document.sent = tick
enddef

# The text of a buffer, byte for byte where Vim has it. A NUL, which Vim keeps as a line feed, and a
# carriage return would end a line for the server: a space takes their place.
def Contents(buffer: number): string
  const lines = getbufline(buffer, 1, '$')->map((_, line) => tr(line, "\n\r", '  '))
  return lines->join("\n") .. "\n"
enddef

# The highlights

def DefineProperties()
  for [group, priority] in priorities->items()
    if prop_type_get(group)->empty()
      prop_type_add(group, {highlight: group, priority: priority, combine: true})
    endif
  endfor
enddef

# Draws a result, unless it is of a text that has changed since.
def Draw(result: dict<any>)
  final document = ByUri(result.uri)
  if document->empty() || result.version != document.sent
    return
  endif
  if result.version != getbufvar(document.buffer, 'changedtick')
    # No listener hears of a tick that moves without the text, as :write makes it do.
    Touch(document, delay)
    return
  endif
  Clear(document.buffer)
  document.claims = result.claims
  for claim in result.claims
    AddAll(document.buffer, 'AnnotateClaimContent', claim.content)
    AddAll(document.buffer, 'AnnotateClaimSource', claim.source)
    AddAll(document.buffer, 'AnnotateClaimCue', claim.cue)
  endfor
  for entity in result.entities
    if groups->has_key(entity.type)
      AddAll(document.buffer, groups[entity.type], [entity.range])
    endif
  endfor
enddef

def AddAll(buffer: number, group: string, ranges: list<dict<any>>)
  for range in ranges
    try
      prop_add(range.start.line + 1, range.start.character + 1, {
        type: group,
        bufnr: buffer,
        end_lnum: range.end.line + 1,
        end_col: range.end.character + 1,
      })
    catch /^Vim\%((\S\+)\)\?:E96[46]:/
      # A line that is not valid UTF-8 may be shorter here than in the server.
    endtry
  endfor
enddef

def Clear(buffer: number)
  if bufloaded(buffer)
    prop_remove({types: priorities->keys(), bufnr: buffer, all: true})
  endif
enddef

# The location list

def List(title: string, items: list<dict<any>>)
  setloclist(0, [], ' ', {title: title, items: items})
  if items->empty()
    echo title .. ': none'
  else
    lopen
  endif
enddef

def Item(buffer: number, range: dict<any>, text: string): dict<any>
  return {
    bufnr: buffer,
    lnum: range.start.line + 1,
    col: range.start.character + 1,
    end_lnum: range.end.line + 1,
    end_col: range.end.character + 1,
    text: text,
  }
enddef

# The characters of some ranges, line ends as spaces.
def Text(buffer: number, ranges: list<dict<any>>): string
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

# Small things

def Current(buffer: number): dict<any>
  return documents->get(buffer, {})
enddef

def ByUri(uri: string): dict<any>
  for document in documents->values()
    if document.uri == uri
      return document
    endif
  endfor
  return {}
enddef

# The nearest folder above a file that holds the settings of a workspace or a repository.
def Root(path: string): string
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

def Uri(path: string): string
  return 'file://' .. path->substitute('[^A-Za-z0-9/._~-]', (match) => Percent(match[0]), 'g')
enddef

def Percent(character: string): string
  return range(len(character))
    ->mapnew((_, index) => printf('%%%02X', char2nr(strpart(character, index, 1))))
    ->join('')
enddef

def Warn(text: string)
  echohl WarningMsg
  echomsg 'annotate-server: ' .. text
  echohl None
enddef
