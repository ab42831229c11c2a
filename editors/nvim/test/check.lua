-- Opens an article, edits it, takes the edit back and starts a killed server anew, and writes down
-- what is highlighted after each step. It runs in the folder that holds
--   article.md                          the article
--   name                                a name in it, before which an emoji is put
--   opened.expected, edited.expected    the highlights to wait for
--   pids                                the process ids of all servers that were started
-- and writes STEP.actual there, up to the first wait that was in vain. A line of these files is
-- LINE:COLUMN, the group and the text, parted by tabs; columns are characters, both count from 1.
-- The group of a semantic token begins with "@".

local limit = 60 * 1000

local function add(highlights, group, row, start_column, end_column)
  local line = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]
  local text = line:sub(start_column + 1, end_column)
  if text ~= "" then
    local column = vim.str_utfindex(line, "utf-32", start_column) + 1
    table.insert(highlights, ("%d:%d\t%s\t%s"):format(row + 1, column, group, text))
  end
end

-- The tokens of a line; neighbours in one group count as one.
local function add_tokens(highlights, row, line)
  local run
  for _, column in ipairs(vim.str_utf_pos(line)) do
    local token = (vim.lsp.semantic_tokens.get_at_pos(0, row, column - 1) or {})[1]
    local name = token and ("@lsp.type.%s.%s"):format(token.type, vim.bo.filetype)
    local group = name and "@" .. (vim.api.nvim_get_hl(0, { name = name }).link or name)
    if run and run.group ~= group then
      add(highlights, run.group, row, run.start, column - 1)
      run = nil
    end
    if group and not run then
      run = { group = group, start = column - 1 }
    end
  end
  if run then
    add(highlights, run.group, row, run.start, #line)
  end
end

local function add_claims(highlights)
  local namespace = vim.api.nvim_get_namespaces()["annotate_server.claims"]
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, namespace, 0, -1, { details = true })) do
    local _, row, column, details = unpack(mark)
    for line = row, details.end_row do
      local first = line == row and column or 0
      local last = line == details.end_row and details.end_col or vim.v.maxcol
      add(highlights, details.hl_group, line, first, last)
    end
  end
end

local function highlights()
  local found = {}
  for index, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    add_tokens(found, index - 1, line)
  end
  add_claims(found)
  table.sort(found)
  return found
end

local function check(step, expected)
  local lines = vim.fn.readfile(expected .. ".expected")
  local done = vim.wait(limit, function()
    return vim.deep_equal(highlights(), lines)
  end, 20)
  vim.fn.writefile(highlights(), step .. ".actual")
  assert(done, "not as expected: " .. step)
end

local function run()
  vim.cmd.edit("article.md")
  check("opened", "opened")

  local name = vim.fn.readfile("name")[1]
  vim.fn.search("\\V" .. vim.fn.escape(name, "\\"), "cw")
  vim.cmd.normal({ "i😀 ", bang = true })
  check("edited", "edited")

  vim.cmd.undo()
  check("undone", "opened")

  local pids = vim.fn.readfile("pids")
  vim.uv.kill(tonumber(pids[#pids]), "sigkill")
  vim.wait(limit, function()
    return #vim.lsp.get_clients({ name = "annotate_server" }) == 0
  end, 20)
  vim.cmd.edit()
  check("restarted", "opened")
end

local ok, message = xpcall(run, debug.traceback)
if not ok then
  vim.fn.writefile(vim.split(message, "\n"), "failure")
end
vim.cmd.quitall({ bang = true })
