-- Colours and commands for annotate-server; vim.lsp.enable("annotate_server") in the user's
-- configuration starts it. The file needs the functions that Neovim 0.11 brought.
if vim.g.loaded_annotate_server or vim.fn.has("nvim-0.11") == 0 then
  return
end
vim.g.loaded_annotate_server = true

local group = vim.api.nvim_create_augroup("annotate_server", {})

-- Calls a function when the server is attached to a buffer, or detached from it.
local function on(event, use)
  vim.api.nvim_create_autocmd(event, {
    group = group,
    callback = function(arguments)
      local client = vim.lsp.get_client_by_id(arguments.data.client_id)
      if client and client.name == "annotate_server" then
        use(client, arguments.buf)
      end
    end,
  })
end

on("LspAttach", function(client, buffer)
  -- The file types are known for sure once the user's configuration has been read.
  require("annotate_server").link_highlights()
  require("annotate_server").hasten_tokens(client, buffer)
end)

on("LspDetach", function(_, buffer)
  require("annotate_server").clear(buffer)
end)

-- Neovim watches no files on Linux, so the servers hear of their settings from here.
vim.api.nvim_create_autocmd("BufWritePost", {
  group = group,
  pattern = ".annotate.json",
  callback = function(arguments)
    require("annotate_server").tell_file(vim.uri_from_bufnr(arguments.buf))
  end,
})

local function command(name, run, options)
  vim.api.nvim_create_user_command(name, run, options or {})
end

-- The functions are looked up when a command is given, so that starting Neovim costs nothing.
local function call(name, ...)
  require("annotate_server.commands")[name](...)
end

command("AnnotateHover", function()
  vim.lsp.buf.hover()
end)
command("AnnotateOutline", function()
  vim.lsp.buf.document_symbol()
end)
command("AnnotateNext", function(arguments)
  call("move", arguments.count)
end, { count = 1 })
command("AnnotatePrev", function(arguments)
  call("move", -arguments.count)
end, { count = 1 })
command("AnnotateClaims", function(arguments)
  call("list_claims", arguments.args)
end, { nargs = "?" })
command("AnnotateFindings", function(arguments)
  call("list_findings", arguments.bang)
end, { bang = true })
command("AnnotateFix", function(arguments)
  call("fix", arguments.bang)
end, { bang = true })
command("AnnotateActions", function(arguments)
  call("act", arguments)
end, { range = true })
command("AnnotateRename", function(arguments)
  vim.lsp.buf.rename(arguments.args ~= "" and arguments.args or nil)
end, { nargs = "?" })
command("AnnotateMentions", function()
  vim.lsp.buf.references(nil, { loclist = true })
end)
command("AnnotateHints", function()
  call("toggle_hints")
end)
command("AnnotateRestart", function()
  call("restart")
end)
command("AnnotateStop", function()
  call("stop")
end)

local function map(modes, name, keys)
  vim.keymap.set(modes, ("<Plug>(annotate-%s)"):format(name), ("<Cmd>%s<CR>"):format(keys))
end

map("n", "hover", "AnnotateHover")
map({ "n", "x", "o" }, "next", "execute v:count1 .. 'AnnotateNext'")
map({ "n", "x", "o" }, "prev", "execute v:count1 .. 'AnnotatePrev'")
map("n", "claims", "AnnotateClaims")
map("n", "outline", "AnnotateOutline")
map("n", "findings", "AnnotateFindings")
map("n", "fix", "AnnotateFix")
map("n", "fix-all", "AnnotateFix!")
map("n", "actions", "AnnotateActions")
map("n", "rename", "AnnotateRename")
map("n", "mentions", "AnnotateMentions")
map("n", "hints", "AnnotateHints")
vim.keymap.set("x", "<Plug>(annotate-actions)", ":AnnotateActions<CR>")
