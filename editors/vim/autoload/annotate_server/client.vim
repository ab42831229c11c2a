vim9script
# A client of annotate-server. It opens every article in a server, tells it of every change, and has
# the annotations drawn that the server pushes.

import autoload './highlights.vim'
import autoload './text.vim'

# How long the text must at least rest before it is sent, in milliseconds.
const shortest_rest = 5

# Sending and drawing may take one part in this many of the time of somebody who types on: where
# they are slow, the text must rest longer.
const rest_share = 4

# The servers by the root of their workspace, '' for files that have none. A server is
# {root, job, ready, stopping, capabilities}. One that has died stays, so that its end is reported
# only once.
var servers: dict<dict<any>> = {}

# The open articles by buffer number: {buffer, root, uri, listener, timer, version, lines, tick,
# cost, drawn, claims, chains, findings, hints}, where `version` and `lines` are those that the
# server has, of version 0 none; `tick` is the b:changedtick at which the buffer had these lines;
# `cost` says how long it took to send and to draw, in milliseconds; `drawn` is the version that is
# drawn, `hints` whether hints are.
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
  highlights.Define()
  const path = bufname(buffer) == '' ? '' : fnamemodify(bufname(buffer), ':p')
  const root = text.Root(path)
  documents[buffer] = {
    buffer: buffer,
    root: root,
    uri: path == '' ? 'untitled:' .. buffer : text.Uri(path),
    listener: listener_add((_, _, _, _, _) => Touch(documents[buffer]), buffer),
    timer: 0,
    version: 0,
    lines: [],
    tick: 0,
    cost: 0.0,
    hints: false,
  }->extend(Nothing())
  # A command that opens a file goes on after the event that brought it here, so even the first text
  # waits.
  Touch(documents[buffer])
  if !servers->has_key(root)
    Start(root)
  endif
enddef

# Closes a buffer in the server, and takes away what is drawn.
export def Detach(buffer: number)
  if !documents->has_key(buffer)
    return
  endif
  final document = documents->remove(buffer)
  timer_stop(document.timer)
  listener_remove(document.listener)
  Clear(buffer)
  if document.version > 0
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
    document.version = 0
    document->extend(Nothing())
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

# The open articles.
export def Documents(): list<dict<any>>
  return documents->values()
enddef

# The article in a buffer; empty where it holds none.
export def Document(buffer: number): dict<any>
  return documents->get(buffer, {})
enddef

# What the server of an article does: 'stopped', 'starting', 'reading' a text or 'ready'.
export def State(document: dict<any>): string
  const server: dict<any> = servers->get(document.root, {})
  if server->empty() || !Runs(server)
    return 'stopped'
  elseif !server.ready
    return 'starting'
  endif
  return document.drawn == 0 ? 'reading' : 'ready'
enddef

# Whether the server of an article offers what a capability names.
export def Offers(document: dict<any>, capability: string): bool
  const offered: any = servers->get(document.root, {})
    ->get('capabilities', {})
    ->get(capability, false)
  return type(offered) == v:t_dict || offered == true
enddef

# Asks the server of an article. The answer comes to Use, unless the text has changed since.
export def Request(document: dict<any>, method: string, params: dict<any>, Use: func(any))
  const server = Ready(document)
  if server->empty()
    Warn('no server is ready; :AnnotateRestart starts one')
    return
  endif
  Send(document)
  const version = document.version
  ch_sendexpr(server.job, About(document, method, params), {callback: (_, reply) => {
    if reply->has_key('error')
      Warn(reply.error.message)
    elseif version == document.version && IsSent(document)
      Use(reply.result)
    endif
  }})
enddef

# The answer of the server of an article, waited for; null where there is none.
export def Answer(document: dict<any>, method: string, params: dict<any>): any
  const server = Ready(document)
  if server->empty()
    return null
  endif
  Send(document)
  const reply = ch_evalexpr(server.job, About(document, method, params), {timeout: 2000})
  return type(reply) == v:t_dict ? reply->get('result', null) : null
enddef

# The article in a buffer, with what the server says of the text as it is now: a command that reads
# claims right behind a change must not take those of the text before.
export def Current(buffer: number): dict<any>
  final document = Document(buffer)
  if document->empty() || Ready(document)->empty()
    return document
  endif
  Send(document)
  if document.drawn != document.version
    const result = Answer(document, 'textDocument/annotations', {})
    if type(result) == v:t_dict
      Take(result, Draw)
    endif
  endif
  return document
enddef

# Does what an action of the server says: makes its edits, and has the server carry out its command,
# for which the server may ask for more edits.
export def Act(document: dict<any>, action: dict<any>)
  try
    Apply(action->get('edit', {}))
  catch /^annotate-server: /
    Warn(v:exception[len('annotate-server: ') : ])
    return
  endtry
  # An action of the oldest kind is itself a command.
  const command = type(action->get('command', 0)) == v:t_string ? action : action->get('command', 0)
  if type(command) == v:t_dict
    Request(document, 'workspace/executeCommand', {
      command: command.command,
      arguments: command->get('arguments', []),
    }, (_) => {
      # What has come of it arrives by other ways.
    })
  endif
enddef

# Makes the changes of an edit, in one file or several. A file that no buffer has is changed on disk.
export def Apply(edit: dict<any>)
  for change in edit->get('documentChanges', [])
    if change->get('kind', '') == 'create'
      Create(text.Path(change.uri), change->get('options', {}))
    elseif change->has_key('kind')
      throw 'annotate-server: cannot ' .. change.kind .. ' files'
    else
      Change(change.textDocument.uri, change.edits, change.textDocument->get('version', null))
    endif
  endfor
  if !edit->has_key('documentChanges')
    for [uri, edits] in edit->get('changes', {})->items()
      Change(uri, edits, null)
    endfor
  endif
enddef

# Tells the servers that a file has changed, or is new where the kind is 1.
export def TellFile(path: string, kind: number)
  const change = {uri: text.Uri(path), type: kind}
  for server in servers->values()
    if server.ready && Runs(server)
      ch_sendexpr(server.job, {
        method: 'workspace/didChangeWatchedFiles',
        params: {changes: [change]},
      })
    endif
  endfor
enddef

# Shows hints in an article, or no longer.
export def ToggleHints(document: dict<any>)
  document.hints = !document.hints
  if document.hints
    AskHints(document)
  else
    highlights.ClearHints(document.buffer)
  endif
enddef

export def Warn(message: string)
  echohl WarningMsg
  echomsg 'annotate-server: ' .. message
  echohl None
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
      rootUri: root == '' ? null : text.Uri(root),
      workspaceFolders:
        root == '' ? null : [{uri: text.Uri(root), name: fnamemodify(root, ':t')}],
      initializationOptions: g:->get('annotate_server_options', {}),
      capabilities: {
        general: {positionEncodings: ['utf-8']},
        workspace: {
          applyEdit: true,
          workspaceEdit: {documentChanges: true, resourceOperations: ['create']},
        },
        textDocument: {
          publishDiagnostics: {versionSupport: true},
          hover: {contentFormat: ['plaintext']},
          documentSymbol: {hierarchicalDocumentSymbolSupport: true},
          rename: {prepareSupport: true},
          codeAction: {
            codeActionLiteralSupport: {
              codeActionKind: {valueSet: ['quickfix', 'refactor', 'source.fixAll']},
            },
          },
        },
        experimental: {publishAnnotations: true},
      },
    },
  }, {callback: (_, reply) => Begin(server, reply)})
enddef

def Begin(server: dict<any>, reply: dict<any>)
  if reply->has_key('error')
    Warn(reply.error.message)
    return
  endif
  server.ready = true
  server.capabilities = reply.result.capabilities
  ch_sendexpr(server.job, {method: 'initialized', params: {}})
  for document in documents->values()
    if document.root == server.root
      Touch(document)
    endif
  endfor
enddef

def Ended(server: dict<any>, status: number)
  server.ready = false
  if !server.stopping
    Warn(printf('the server ended with status %d; :AnnotateRestart starts it again', status))
  endif
enddef

def Runs(server: dict<any>): bool
  return job_status(server.job) == 'run'
enddef

# The server of an article, if it is ready; otherwise an empty one.
def Ready(document: dict<any>): dict<any>
  const server: dict<any> = servers->get(document->get('root', ''), {})
  return server->get('ready', false) && Runs(server) ? server : {}
enddef

def About(document: dict<any>, method: string, params: dict<any>): dict<any>
  const about = {textDocument: {uri: document.uri}}
  return {method: method, params: params->copy()->extend(about)}
enddef

def Receive(server: dict<any>, message: dict<any>)
  const method = message->get('method', '')
  if message->has_key('id') && method == 'workspace/applyEdit'
    var result: dict<any> = {applied: true}
    try
      Apply(message.params.edit)
    catch
      result = {applied: false, failureReason: v:exception}
    endtry
    ch_sendexpr(server.job, {id: message.id, result: result})
  elseif message->has_key('id') && method != ''
    # Nothing else was declared that a server could ask for.
    const error = {code: -32601, message: 'unknown method ' .. method}
    ch_sendexpr(server.job, {id: message.id, error: error})
  elseif method == 'textDocument/publishAnnotations'
    Take(message.params, Draw)
  elseif method == 'textDocument/publishDiagnostics'
    Take(message.params, DrawFindings)
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

# Has the text sent once it rests.
def Touch(document: dict<any>)
  timer_stop(document.timer)
  const rest = max([shortest_rest, float2nr((rest_share - 1) * document.cost)])
  document.timer = timer_start(rest, (_) => Send(document))
enddef

# Sends the text, if the server is there and has another.
def Send(document: dict<any>)
  if !servers->get(document.root, {})->get('ready', false) || IsSent(document)
    return
  endif
  const start = reltime()
  const lines = text.Lines(document.buffer)
  document.version += 1
  if document.version == 1
    Notify(document, 'textDocument/didOpen', {
      textDocument: {
        uri: document.uri,
        languageId: getbufvar(document.buffer, '&filetype'),
        version: document.version,
        text: text.Joined(lines),
      },
    })
  else
    Notify(document, 'textDocument/didChange', {
      textDocument: {uri: document.uri, version: document.version},
      contentChanges: [text.Change(document.lines, lines)],
    })
  endif
  document.lines = lines
  document.tick = getbufvar(document.buffer, 'changedtick')
  document.cost = Milliseconds(start)
enddef

# Whether the server has the text of the buffer. The tick also moves without the text, as :write
# makes it do.
def IsSent(document: dict<any>): bool
  const tick = getbufvar(document.buffer, 'changedtick')
  if document.version > 0 && document.tick != tick && text.Lines(document.buffer) == document.lines
    document.tick = tick
  endif
  return document.version > 0 && document.tick == tick
enddef

# What the server says

# Uses a result, unless it is of a text that has changed since.
def Take(result: dict<any>, Use: func(dict<any>, dict<any>))
  for document in documents->values()
    if document.uri == result.uri
      if result->get('version', -1) == document.version && IsSent(document)
        Use(document, result)
      endif
      return
    endif
  endfor
enddef

def Draw(document: dict<any>, result: dict<any>)
  const start = reltime()
  highlights.Draw(document.buffer, result.entities, result.claims)
  document.claims = result.claims
  document.chains = result.chains
  document.drawn = result.version
  document.cost += Milliseconds(start)
  if document.hints
    AskHints(document)
  endif
enddef

def DrawFindings(document: dict<any>, result: dict<any>)
  highlights.DrawFindings(document.buffer, result.diagnostics)
  document.findings = result.diagnostics
enddef

def AskHints(document: dict<any>)
  const range = {
    start: {line: 0, character: 0},
    end: {line: len(document.lines), character: 0},
  }
  Request(document, 'textDocument/inlayHint', {range: range}, (hints) => {
    if document.hints && type(hints) == v:t_list
      highlights.DrawHints(document.buffer, hints)
    endif
  })
enddef

def Clear(buffer: number)
  highlights.Clear(buffer)
  highlights.ClearFindings(buffer)
  highlights.ClearHints(buffer)
enddef

# Makes edits in the text of a URI.
def Change(uri: string, edits: list<dict<any>>, version: any)
  const opened = documents->values()->filter((_, document) => document.uri == uri)
  const path = text.Path(uri)
  if !opened->empty()
    if type(version) == v:t_number && version != opened[0].version || !IsSent(opened[0])
      throw 'annotate-server: the text has changed meanwhile'
    endif
    text.Apply(opened[0].buffer, edits)
  elseif path == ''
    throw 'annotate-server: no file is at ' .. uri
  elseif bufloaded(path)
    text.Apply(bufnr(path), edits)
  else
    text.ApplyToFile(path, edits)
    TellFile(path, 2)
  endif
enddef

# Creates a file as the options say.
def Create(path: string, options: dict<any>)
  const is_there = filereadable(path)
  const may_replace = options->get('overwrite', false)
  if is_there && !may_replace && !options->get('ignoreIfExists', false)
    throw 'annotate-server: ' .. path .. ' exists'
  endif
  if !is_there || may_replace
    mkdir(fnamemodify(path, ':h'), 'p')
    writefile([], path)
    TellFile(path, 1)
  endif
enddef

# What is known of an article before the server has read it.
def Nothing(): dict<any>
  return {drawn: 0, claims: [], chains: [], findings: []}
enddef

def Milliseconds(start: list<any>): float
  return 1000 * reltime(start)->reltimefloat()
enddef
