-- Colours for annotate-server; vim.lsp.enable("annotate_server") in the user's configuration starts
-- it. The file needs the functions that Neovim 0.11 brought.
if vim.g.loaded_annotate_server or vim.fn.has("nvim-0.11") == 0 then
  return
end
vim.g.loaded_annotate_server = true

local group = vim.api.nvim_create_augroup("annotate_server", {})

-- The file types are known for sure once the user's configuration has been read.
vim.api.nvim_create_autocmd("LspAttach", {
  group = group,
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == "annotate_server" then
      require("annotate_server").link_highlights()
    end
  end,
})

vim.api.nvim_create_autocmd("LspDetach", {
  group = group,
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == "annotate_server" then
      require("annotate_server").clear(event.buf)
    end
  end,
})
