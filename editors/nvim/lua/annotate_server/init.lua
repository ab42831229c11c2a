-- What Neovim does not do by itself for annotate-server: colours for its token types, and claims,
-- which may cross lines and lie under the entities, drawn as extmarks.

local M = {}

local namespace = vim.api.nvim_create_namespace("annotate_server.claims")

-- The groups of the token types, by the server's own names.
local groups = {
  person = "AnnotatePerson",
  organization = "AnnotateOrganization",
  place = "AnnotatePlace",
  group = "AnnotateGroup",
  event = "AnnotateEvent",
  work = "AnnotateWork",
  product = "AnnotateProduct",
  date = "AnnotateDate",
  quantity = "AnnotateQuantity",
  role = "AnnotateRole",
  claimCue = "AnnotateClaimCue",
  claimSource = "AnnotateClaimSource",
  claimContent = "AnnotateClaimContent",
}

-- What the groups look like unless the colour scheme or the user says otherwise.
local links = {
  AnnotatePerson = "Identifier",
  AnnotateOrganization = "Function",
  AnnotatePlace = "String",
  AnnotateGroup = "WarningMsg",
  AnnotateEvent = "Removed",
  AnnotateWork = "Title",
  AnnotateProduct = "Special",
  AnnotateDate = "Directory",
  AnnotateQuantity = "MoreMsg",
  AnnotateRole = "Comment",
  AnnotateClaimSource = "Underlined",
  AnnotateClaimCue = "Statement",
  AnnotateClaimContent = "CursorLine",
}

-- Where claims overlap, the higher one wins; semantic tokens lie above them all.
local layers = {
  { field = "content", group = "AnnotateClaimContent", priority = 101 },
  { field = "source", group = "AnnotateClaimSource", priority = 102 },
  { field = "cue", group = "AnnotateClaimCue", priority = 103 },
}

--- The server's own names of token types.
M.token_types = vim.tbl_keys(groups)
table.sort(M.token_types)

--- Links the highlight groups, as a default that colour schemes and users can override.
function M.link_highlights()
  for group, target in pairs(links) do
    vim.api.nvim_set_hl(0, group, { link = target, default = true })
  end
  local config = vim.lsp.config.annotate_server
  for _, filetype in ipairs(config and config.filetypes or {}) do
    for token_type, group in pairs(groups) do
      local name = ("@lsp.type.%s.%s"):format(token_type, filetype)
      vim.api.nvim_set_hl(0, name, { link = group, default = true })
    end
  end
end

--- What the server has said of each buffer: { claims, chains, encoding }.
M.results = {}

--- Has the tokens of a buffer asked for as soon as the server is told of a change; Neovim alone
--- would wait for a fifth of a second.
function M.hasten_tokens(client, buffer)
  local tokens = vim.lsp.semantic_tokens
  local rest = client.flags.debounce_text_changes
  -- Neovim starts the tokens in a scheduled function of its own, which is called between these two.
  vim.schedule(function()
    vim.schedule(function()
      -- Neovim 0.12 has other functions for tokens, which take no such option.
      local can = vim.fn.has("nvim-0.12") == 0 and vim.lsp.buf_is_attached(buffer, client.id)
      if rest and can then
        tokens.stop(buffer, client.id)
        tokens.start(buffer, client.id, { debounce = rest })
      end
    end)
  end)
end

--- Takes a result that the server pushed, unless the text has changed since, and draws its claims.
function M.take(result, client_id)
  local client = vim.lsp.get_client_by_id(client_id)
  local buffer = vim.uri_to_bufnr(result.uri)
  if not client or not vim.api.nvim_buf_is_loaded(buffer) then
    return
  end
  if result.version ~= vim.lsp.util.buf_versions[buffer] then
    return
  end
  local encoding = client.offset_encoding
  M.results[buffer] = {
    claims = result.claims,
    chains = result.chains,
    encoding = encoding,
    version = result.version,
  }
  vim.api.nvim_buf_clear_namespace(buffer, namespace, 0, -1)
  for _, claim in ipairs(result.claims) do
    for _, layer in ipairs(layers) do
      for _, range in ipairs(claim[layer.field]) do
        local row, column = M.position(buffer, range.start, encoding)
        local end_row, end_column = M.position(buffer, range["end"], encoding)
        vim.api.nvim_buf_set_extmark(buffer, namespace, row, column, {
          end_row = end_row,
          end_col = end_column,
          hl_group = layer.group,
          priority = layer.priority,
          strict = false,
        })
      end
    end
  end
end

-- The URIs of the documents that an edit changes.
local function changed_uris(edit)
  local uris = vim.tbl_keys(edit.changes or {})
  for _, change in ipairs(edit.documentChanges or {}) do
    table.insert(uris, change.uri or change.textDocument.uri)
  end
  return uris
end

--- Makes the changes that a server asks for. Neovim would leave a file that no buffer had behind in
--- a hidden buffer, changed but not written; it is written here, and the servers are told.
function M.apply_edit(failure, params, context)
  local unseen = vim.tbl_filter(function(uri)
    return vim.fn.bufloaded(vim.uri_to_fname(uri)) == 0
  end, changed_uris(params.edit))
  local result = vim.lsp.handlers["workspace/applyEdit"](failure, params, context)
  for _, uri in ipairs(unseen) do
    local buffer = vim.uri_to_bufnr(uri)
    if vim.bo[buffer].modified then
      -- Neovim has an empty file as one empty line, which stays behind what is put before it.
      if vim.fn.getfsize(vim.uri_to_fname(uri)) <= 0 then
        local last = vim.api.nvim_buf_get_lines(buffer, -2, -1, true)[1]
        vim.api.nvim_buf_set_lines(buffer, -2, -1, true, last == "" and {} or { last })
      end
      vim.api.nvim_buf_call(buffer, function()
        vim.cmd("silent noautocmd write ++p")
      end)
      M.tell_file(uri)
    end
    if vim.fn.bufwinid(buffer) == -1 then
      vim.api.nvim_buf_delete(buffer, {})
    end
  end
  return result
end

--- Tells the servers that a file has changed.
function M.tell_file(uri)
  for _, client in ipairs(vim.lsp.get_clients({ name = "annotate_server" })) do
    client:notify("workspace/didChangeWatchedFiles", {
      changes = { { uri = uri, type = vim.lsp.protocol.FileChangeType.Changed } },
    })
  end
end

--- What the server says of a buffer as it is now: a command that reads claims right behind a change
--- must not take those of the text before.
function M.current(buffer)
  local known = M.results[buffer]
  local client = vim.lsp.get_clients({ bufnr = buffer, name = "annotate_server" })[1]
  if client and known and known.version ~= vim.lsp.util.buf_versions[buffer] then
    local document = vim.lsp.util.make_text_document_params(buffer)
    local params = { textDocument = document }
    local answer = client:request_sync("textDocument/annotations", params, 2000, buffer)
    if answer and answer.result then
      M.take(answer.result, client.id)
    end
  end
  return M.results[buffer]
end

--- The row and the byte column of a position of the server.
function M.position(buffer, position, encoding)
  local line = vim.api.nvim_buf_get_lines(buffer, position.line, position.line + 1, false)[1] or ""
  return position.line, vim.str_byteindex(line, encoding, position.character, false)
end

--- Forgets what the server has said of a buffer, and takes the claims away.
function M.clear(buffer)
  M.results[buffer] = nil
  if vim.api.nvim_buf_is_valid(buffer) then
    vim.api.nvim_buf_clear_namespace(buffer, namespace, 0, -1)
  end
end

--- The state of the current buffer, for 'statusline': how many claims and findings there are, or
--- that the server is starting; an empty string where the buffer is no article.
function M.status()
  if #vim.lsp.get_clients({ name = "annotate_server", bufnr = 0 }) == 0 then
    return ""
  end
  local result = M.results[vim.api.nvim_get_current_buf()]
  if not result then
    return "annotate: reading"
  end
  return ("claims: %d, findings: %d"):format(#result.claims, #vim.diagnostic.get(0))
end

return M
