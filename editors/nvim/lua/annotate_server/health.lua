-- What :checkhealth annotate_server says.

local M = {}

function M.check()
  local health = vim.health
  health.start("annotate-server")

  if vim.fn.has("nvim-0.11") == 0 then
    health.error("Neovim is older than 0.11", { "Install Neovim 0.11 or later" })
    return
  end
  health.ok("Neovim has what the plugin needs")

  local config = vim.lsp.config.annotate_server
  local program = config and type(config.cmd) == "table" and config.cmd[1]
  if not program then
    health.warn("cmd is no list, so the program cannot be tried")
  elseif vim.fn.executable(program) == 0 then
    health.error(("cannot run %q"):format(program), {
      "Put annotate-server on your PATH",
      'or name it: vim.lsp.config("annotate_server", { cmd = { "/opt/bin/annotate-server" } })',
    })
  else
    local run = vim.system({ program, "--version" }, { text = true }):wait(5000)
    local version = vim.trim(run.stdout or "")
    if run.code == 0 and version ~= "" then
      health.ok(("%s is %s"):format(vim.fn.exepath(program), version))
    else
      health.error(("%q does not tell its version"):format(program), {
        vim.trim(run.stderr or ""),
        "Is it another program of that name?",
      })
    end
  end

  local clients = vim.lsp.get_clients({ name = "annotate_server" })
  if #clients == 0 then
    health.warn("no server is running", {
      'Is vim.lsp.enable("annotate_server") in your configuration?',
      "Open an article: " .. table.concat(config and config.filetypes or {}, ", "),
    })
  end
  for _, client in ipairs(clients) do
    health.ok(
      ("a server is running for %s; buffers: %d, positions: %s"):format(
        client.root_dir or "articles outside of any workspace",
        vim.tbl_count(client.attached_buffers),
        client.offset_encoding
      )
    )
    if client:supports_method("textDocument/codeAction") then
      health.ok(":AnnotateFix can repair findings")
    else
      health.info("this server repairs no findings")
    end
  end
end

return M
