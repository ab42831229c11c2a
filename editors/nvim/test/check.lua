-- Does in a real Neovim what editors/README.md says under "For developers", and writes down what is
-- to be seen. The group of a semantic token begins with "@".

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
  local column = 0
  while column < #line do
    local token = (vim.lsp.semantic_tokens.get_at_pos(0, row, column) or {})[1]
    local name = token and ("@lsp.type.%s.%s"):format(token.type, vim.bo.filetype)
    local group = name and "@" .. (vim.api.nvim_get_hl(0, { name = name }).link or name)
    if run and run.group ~= group then
      add(highlights, run.group, row, run.start, column)
      run = nil
    end
    if group and not run then
      run = { group = group, start = column }
    end
    column = token and token.end_col or column + vim.str_utf_end(line, column + 1) + 1
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

local function wait_for(condition)
  assert(vim.wait(limit, condition, 1), "waited in vain")
end

-- Waits until the highlights are as expected after a step, and writes them down.
local function check(step)
  local lines = vim.fn.readfile(step .. ".expected")
  local done = vim.wait(limit, function()
    return vim.deep_equal(highlights(), lines)
  end, 20)
  vim.fn.writefile(highlights(), step .. ".actual")
  assert(done, "not as expected: " .. step)
end

-- The places of the entries of the location list.
local function listed(format)
  return vim.tbl_map(function(item)
    local line = vim.api.nvim_buf_get_lines(item.bufnr, item.lnum - 1, item.lnum, true)[1]
    local column = vim.str_utfindex(line, "utf-32", item.col - 1) + 1
    return format:format(item.lnum, column, item.text)
  end, vim.fn.getloclist(0))
end

local function cursor()
  local place = vim.fn.getcursorcharpos()
  return ("%d:%d"):format(place[2], place[3])
end

local function floating_window()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return window
    end
  end
end

local function check_article(name, row, column)
  vim.cmd.edit(name .. ".md")
  check(name .. ".opened")

  vim.fn.setcursorcharpos(row, column)
  vim.cmd.normal({ "i😀 ", bang = true })
  check(name .. ".edited")
  vim.cmd.undo()
  check(name .. ".undone")
  vim.cmd(row .. "delete")
  check(name .. ".cut")
  vim.cmd.undo()
  check(name .. ".restored")

  vim.fn.setcursorcharpos(row, column)
  vim.cmd.AnnotateHover()
  wait_for(floating_window)
  local window = floating_window()
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, 1, true)
  vim.fn.writefile({ (lines[1]:gsub(" — .*", ""):gsub("%*", "")) }, name .. ".hover.actual")
  vim.api.nvim_win_close(window, true)

  vim.cmd.AnnotateClaims()
  vim.fn.writefile(listed("%d:%d\t%s"), name .. ".claims.actual")
  vim.cmd.lclose()

  local places = {}
  vim.fn.cursor(1, 1)
  for _ = 1, #vim.fn.getloclist(0) + 1 do
    vim.cmd.AnnotateNext()
    table.insert(places, cursor())
  end
  vim.cmd("2AnnotatePrev")
  table.insert(places, cursor())
  vim.fn.writefile(places, name .. ".moves.actual")

  vim.cmd.AnnotateHints()
  wait_for(function()
    return #vim.lsp.inlay_hint.get({ bufnr = 0 }) > 0
  end)
  vim.cmd.AnnotateHints()
end

-- Offers what can be done in the line of the defect, takes the first thing, and undoes it.
local function check_actions()
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  vim.ui.select = function(items, _, choose)
    choose(items[1], 1)
  end
  vim.fn.search("Ã")
  vim.cmd.AnnotateActions()
  wait_for(function()
    return not vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, true), before)
  end)
  vim.cmd.undo()
end

local function check_findings()
  vim.cmd.edit("fixable.md")
  wait_for(function()
    return #vim.diagnostic.get(0) > 0
  end)
  vim.cmd.AnnotateFindings()
  vim.fn.writefile(listed("%d:%d"), "findings.actual")
  vim.cmd.lclose()

  check_actions()
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  vim.cmd.AnnotateFix({ bang = true })
  wait_for(function()
    return not vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, true), before)
  end)
  vim.fn.writefile(vim.api.nvim_buf_get_lines(0, 0, -1, true), "fixed.actual")
end

-- Completes a name, and renames it; offers what can be done at the cursor.
local function check_typing()
  vim.cmd.normal({ "GoKov", bang = true })
  vim.fn.cursor(vim.fn.line("$"), 3)
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  params.position.character = 3
  local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", params, 5000)
  local _, answer = next(assert(answers))
  assert(answer.result.items[1].label == "Anna Kovac", vim.inspect(answer))
  assert(vim.bo.omnifunc == "v:lua.vim.lsp.omnifunc", "no completion")
  vim.cmd("$delete")

  vim.fn.search("Kov")
  vim.cmd.AnnotateRename("Anna Kovač")
  wait_for(function()
    return vim.fn.search("Kovač", "cn") > 0
  end)
  vim.fn.writefile(vim.api.nvim_buf_get_lines(0, 0, -1, true), "renamed.actual")

  vim.cmd.AnnotateMentions()
  wait_for(function()
    return vim.fn.getloclist(0, { title = 0 }).title == "References"
  end)
  vim.cmd.lclose()
end

-- Adds a name to those of the workspace, for which the server asks for an edit of a file that no
-- buffer has; then changes that file.
local function check_names()
  local function wait_for_group(group)
    wait_for(function()
      return vim.tbl_contains(highlights(), function(highlight)
        return highlight:find("@Annotate" .. group .. "\tAnna", 1, true) ~= nil
      end, { predicate = true })
    end)
  end
  vim.ui.select = function(items, _, choose)
    for index, item in ipairs(items) do
      if item.action.title:find("as ORG") then
        choose(item, index)
      end
    end
  end
  vim.fn.search("Anna")
  vim.cmd.AnnotateActions()
  wait_for_group("Organization")
  local text = table.concat(vim.fn.readfile(".annotate.json"), "\n")
  assert(text:find("Anna Kovač"), "the name was not written")
  assert(vim.fn.bufloaded(".annotate.json") == 0, "the file stays in a buffer")
  vim.cmd.edit(".annotate.json")
  vim.api.nvim_buf_set_lines(0, 0, -1, true, { [[{"accuracy": "instant"}]] })
  vim.cmd.write()
  vim.cmd.edit("fixable.md")
  wait_for_group("Person")
end

-- Makes the edits that a server may ask for, also of files that no buffer has.
local function check_edits()
  local path = vim.fn.getcwd() .. "/new folder/names é.json"
  local uri = vim.uri_from_fname(path)
  local place = { line = 0, character = 0 }
  local range = { start = place, ["end"] = place }
  local client = vim.lsp.get_clients({ name = "annotate_server", bufnr = 0 })[1]
  local result = client.handlers["workspace/applyEdit"](nil, {
    edit = {
      documentChanges = {
        { kind = "create", uri = uri },
        {
          textDocument = { uri = uri, version = vim.NIL },
          edits = { { range = range, newText = '["é😀"]\n' } },
        },
        {
          textDocument = { uri = vim.uri_from_bufnr(0), version = vim.NIL },
          edits = { { range = range, newText = "😀" } },
        },
      },
    },
  }, { client_id = client.id, method = "workspace/applyEdit" })
  assert(result.applied, vim.inspect(result))
  assert(vim.deep_equal(vim.fn.readfile(path), { '["é😀"]' }), "the new file is wrong")
  assert(vim.fn.getline(1):find("^😀#"), "the article was not changed")
end

local function check_health()
  vim.cmd.checkhealth("annotate_server")
  local report = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
  assert(report:find("a server is running"), report)
  assert(not report:find("ERROR") and not report:find("WARNING"), report)
  vim.cmd.bwipeout({ bang = true })
end

local function check_restart(name)
  vim.cmd.edit(name .. ".md")
  local pids = vim.fn.readfile("pids")
  vim.uv.kill(tonumber(pids[#pids]), "sigkill")
  wait_for(function()
    return #vim.lsp.get_clients({ name = "annotate_server" }) == 0
  end)
  vim.cmd.AnnotateRestart()
  check("restarted")
  vim.cmd.AnnotateStop()
  check("stopped")
end

local function run()
  vim.o.hidden = true
  local first
  for _, article in ipairs(vim.fn.readfile("articles")) do
    local name, row, column = unpack(vim.split(article, "\t"))
    first = first or name
    check_article(name, tonumber(row), tonumber(column))
  end
  check_findings()
  check_typing()
  check_names()
  check_edits()
  check_health()
  check_restart(first)
end

-- What the user is told; that files were opened is not of interest.
local messages = {}
vim.notify = function(message, level)
  if (level or vim.log.levels.INFO) >= vim.log.levels.WARN then
    table.insert(messages, message)
  end
end

local function main()
  local ok, message = xpcall(run, debug.traceback)
  if not ok then
    vim.fn.writefile(vim.split(message, "\n"), "failure")
  end
  vim.fn.writefile(messages, "messages")
  vim.cmd.quitall({ bang = true })
end

-- Before, Neovim does not yet start servers for buffers that are open.
vim.api.nvim_create_autocmd("VimEnter", { callback = vim.schedule_wrap(main) })
