-- What the commands do that Neovim has no function for.

local annotate = require("annotate_server")

local M = {}

local function warn(message)
  vim.notify("annotate-server: " .. message, vim.log.levels.WARN)
end

-- The parts of a claim in the order in which they are listed.
local function parts(claim)
  return { claim.source, claim.cue, claim.content }
end

-- Where a claim begins, as the server counts.
local function start(claim)
  local first
  for _, part in ipairs(parts(claim)) do
    for _, range in ipairs(part) do
      local place = range.start
      if
        not first
        or place.line < first.line
        or (place.line == first.line and place.character < first.character)
      then
        first = place
      end
    end
  end
  return first
end

-- The words of some ranges, on one line.
local function quote(buffer, ranges, encoding)
  local words = vim.tbl_map(function(range)
    local row, column = annotate.position(buffer, range.start, encoding)
    local end_row, end_column = annotate.position(buffer, range["end"], encoding)
    local lines = vim.api.nvim_buf_get_text(buffer, row, column, end_row, end_column, {})
    return table.concat(lines, " ")
  end, ranges)
  return table.concat(words, " ... ")
end

-- The words for who makes a claim, and the full name of that source.
local function source(buffer, result, claim)
  local names = { quote(buffer, claim.source, result.encoding) }
  for _, chain in ipairs(result.chains) do
    if chain.id == claim.sourceChain then
      table.insert(names, chain.name)
    end
  end
  return table.concat(names, "\n")
end

-- What is known of the current buffer.
local function current()
  local buffer = vim.api.nvim_get_current_buf()
  local result = annotate.current(buffer)
  if not result then
    warn("nothing is known of this buffer")
  end
  return buffer, result
end

--- Lists who said what in the current buffer, in the location list; with a name, what its bearer
--- said.
function M.list_claims(name)
  local buffer, result = current()
  if not result then
    return
  end
  local items = {}
  for _, claim in ipairs(result.claims) do
    local who = source(buffer, result, claim):lower()
    if name == "" or who:find(name:lower(), 1, true) then
      local row, column = annotate.position(buffer, start(claim), result.encoding)
      local words = {}
      for _, part in ipairs(parts(claim)) do
        if #part > 0 then
          table.insert(words, quote(buffer, part, result.encoding))
        end
      end
      local text = table.concat(words, " | ")
      table.insert(items, { bufnr = buffer, lnum = row + 1, col = column + 1, text = text })
    end
  end
  vim.fn.setloclist(0, {}, " ", { title = "Claims", items = items })
  if #items == 0 then
    vim.notify("Claims: none")
  else
    vim.cmd.lopen()
  end
end

--- Moves the cursor some claims ahead, or back where the number is negative.
function M.move(steps)
  local buffer, result = current()
  if not result or #result.claims == 0 then
    return
  end
  local places = {}
  for _, claim in ipairs(result.claims) do
    local row, column = annotate.position(buffer, start(claim), result.encoding)
    -- One number for both keeps the order of the text, and drops claims that begin together.
    places[row * 2 ^ 20 + column] = { row + 1, column }
  end
  local keys = vim.tbl_keys(places)
  table.sort(keys)
  local cursor = vim.api.nvim_win_get_cursor(0)
  local here = (cursor[1] - 1) * 2 ^ 20 + cursor[2]
  local before, through = 0, 0
  for _, key in ipairs(keys) do
    before = before + (key < here and 1 or 0)
    through = through + (key <= here and 1 or 0)
  end
  local index = steps > 0 and through + steps or before + steps + 1
  if not vim.o.wrapscan and (index < 1 or index > #keys) then
    vim.notify(steps > 0 and "No claim below" or "No claim above")
    return
  end
  vim.cmd.normal({ "m'", bang = true })
  vim.api.nvim_win_set_cursor(0, places[keys[(index - 1) % #keys + 1]])
end

--- Offers all that can be done at the cursor, with what is selected, or with the lines that a
--- command was given.
function M.act(arguments)
  local range
  local first, last = arguments.line1, arguments.line2
  if arguments.range > 0 then
    local start, past = 1, vim.fn.col({ last, "$" })
    local selected = first == vim.fn.line("'<") and last == vim.fn.line("'>")
    if vim.fn.visualmode() == "v" and selected then
      local tail = vim.fn.getline(last):sub(vim.fn.col("'>"))
      start = vim.fn.col("'<")
      past = vim.fn.col("'>") + #vim.fn.matchstr(tail, "^.")
    end
    -- The end is the last byte, not the one behind it.
    range = { start = { first, start - 1 }, ["end"] = { last, math.max(past - 2, 0) } }
  end
  vim.lsp.buf.code_action({ range = range })
end

--- Repairs what the server finds fault with: in the line of the cursor, after a choice where there
--- is one; or in the whole buffer, all that is safe.
function M.fix(all)
  local client = vim.lsp.get_clients({ name = "annotate_server", bufnr = 0 })[1]
  if not client then
    warn("this buffer is no article")
  elseif not client:supports_method("textDocument/codeAction", 0) then
    warn("this server repairs nothing")
  else
    local first = all and 1 or vim.fn.line(".")
    local last = all and vim.fn.line("$") or first
    local past = vim.fn.col({ last, "$" })
    vim.lsp.buf.code_action({
      context = { only = { all and "source.fixAll" or "quickfix" } },
      range = { start = { first, 0 }, ["end"] = { last, math.max(past - 2, 0) } },
      apply = true,
    })
  end
end

--- Lists the findings of the current buffer, in the location list; or those of all buffers, in the
--- quickfix list.
function M.list_findings(all)
  if all then
    vim.diagnostic.setqflist({ title = "Findings" })
  else
    vim.diagnostic.setloclist({ title = "Findings" })
  end
end

--- Shows inlay hints in the current buffer, or no longer: whom a pronoun means, which day
--- "Thursday" is.
function M.toggle_hints()
  local filter = { bufnr = 0 }
  vim.lsp.inlay_hint.enable(not vim.lsp.inlay_hint.is_enabled(filter), filter)
end

--- Ends the servers, by force where they do not end when asked.
function M.stop()
  vim.lsp.enable("annotate_server", false)
  local function running()
    return vim.lsp.get_clients({ name = "annotate_server" })
  end
  for _, client in ipairs(running()) do
    client:stop()
  end
  vim.wait(1000, function()
    return #running() == 0
  end, 10)
  for _, client in ipairs(running()) do
    client:stop(true)
  end
end

--- Starts the servers anew, with the articles that are open.
function M.restart()
  M.stop()
  vim.lsp.enable("annotate_server")
end

return M
