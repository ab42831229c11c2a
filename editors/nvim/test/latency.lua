-- Types into the article that Neovim was started with, and says how long after each key its colours
-- were right again, and how long Neovim was busy with the key:
--   nvim --headless -u INIT.LUA -S latency.lua ARTICLE

local keys = 50

local function milliseconds(start)
  return (vim.uv.hrtime() - start) / 1e6
end

local function wait_for(condition)
  assert(vim.wait(60 * 1000, condition, 1), "waited in vain")
end

local function client()
  return vim.lsp.get_clients({ name = "annotate_server", bufnr = 0 })[1]
end

-- The version whose tokens are known.
local function version()
  local highlighter = vim.lsp.semantic_tokens.__STHighlighter.active[vim.api.nvim_get_current_buf()]
  local state = highlighter and client() and highlighter.client_state[client().id]
  return state and state.current_result.version
end

local function run()
  local results = require("annotate_server").results
  local buffer = vim.api.nvim_get_current_buf()
  wait_for(function()
    return results[buffer] and version()
  end)
  vim.wait(500)
  local redrawn, busy = {}, {}
  vim.fn.cursor(math.floor(vim.fn.line("$") / 2), 20)
  for _ = 1, keys do
    local result, tokens = results[buffer], version()
    local start = vim.uv.hrtime()
    vim.cmd.normal({ "ax", bang = true })
    vim.cmd.redraw()
    table.insert(busy, milliseconds(start))
    wait_for(function()
      return results[buffer] ~= result and version() ~= tokens
    end)
    vim.cmd.redraw()
    table.insert(redrawn, milliseconds(start))
    vim.wait(50)
  end
  table.sort(redrawn)
  table.sort(busy)
  io.stderr:write(
    ("redrawn after %.0f ms (median), %.0f ms (worst); busy for %.1f ms (median)\n"):format(
      redrawn[keys / 2],
      redrawn[keys],
      busy[keys / 2]
    )
  )
end

local ok, message = xpcall(run, debug.traceback)
if not ok then
  io.stderr:write(message .. "\n")
end
vim.cmd.quitall({ bang = true })
