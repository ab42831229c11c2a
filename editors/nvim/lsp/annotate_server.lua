-- The configuration that vim.lsp.enable("annotate_server") reads. Change any of it with
-- vim.lsp.config("annotate_server", { cmd = { "/opt/bin/annotate-server" } }).

-- The server uses its own names of token types for a client that lists them.
local token_types =
  vim.lsp.protocol.make_client_capabilities().textDocument.semanticTokens.tokenTypes
vim.list_extend(token_types, require("annotate_server").token_types)

return {
  cmd = { "annotate-server" },
  filetypes = { "markdown", "text" },
  root_markers = { ".annotate.json", ".git" },
  -- Milliseconds. The server needs a few for a change, so that no more rest is wanted.
  flags = { debounce_text_changes = 10 },
  capabilities = {
    experimental = { publishAnnotations = true },
    textDocument = { semanticTokens = { tokenTypes = token_types } },
  },
  handlers = {
    ["textDocument/publishAnnotations"] = function(_, result, context)
      require("annotate_server").take(result, context.client_id)
    end,
    ["workspace/applyEdit"] = function(failure, params, context)
      return require("annotate_server").apply_edit(failure, params, context)
    end,
  },
}
