vim9script
# Highlights the entities and claims of news articles, as annotate-server finds them.
# See :help annotate-server.

if exists('g:loaded_annotate_server')
  finish
endif
g:loaded_annotate_server = 1

# The channel mode 'lsp' came with the releases before 9.0, the removal of properties of many types
# with this one.
if !has('patch-9.0.0233') || !has('channel') || !has('job') || !has('textprop') || !has('timers')
  finish
endif

import autoload 'annotate_server.vim' as client

# Without :syntax on or a colour scheme, the groups of syntax items have no colours at all.
if !hlexists('Identifier')
  runtime syntax/syncolor.vim
endif

const links = {
  AnnotatePerson: 'Identifier',
  AnnotateOrganization: 'Type',
  AnnotatePlace: 'Constant',
  AnnotateGroup: 'PreProc',
  AnnotateRole: 'Special',
  AnnotateEvent: 'WarningMsg',
  AnnotateWork: 'Title',
  AnnotateProduct: 'Question',
  AnnotateDate: 'Directory',
  AnnotateQuantity: 'MoreMsg',
  AnnotateHint: 'Comment',
  AnnotateClaimSource: 'Underlined',
  AnnotateClaimCue: 'Statement',
  AnnotateClaimContent: 'CursorLine',
  AnnotateError: 'SpellBad',
  AnnotateWarning: 'SpellCap',
  AnnotateInformation: 'SpellLocal',
  AnnotateErrorText: 'ErrorMsg',
  AnnotateWarningText: 'WarningMsg',
  AnnotateInformationText: 'Comment',
}
for [group, target] in links->items()
  execute 'highlight default link' group target
endfor

def OnFileType(buffer: number, type: string)
  if g:->get('annotate_server_filetypes', ['markdown', 'text'])->index(type) >= 0
    client.Attach(buffer)
  else
    client.Detach(buffer)
  endif
enddef

augroup annotate_server
  autocmd!
  autocmd FileType * OnFileType(str2nr(expand('<abuf>')), expand('<amatch>'))
  # The name of a buffer is its URI, so a renamed buffer is another document.
  autocmd BufFilePre * client.Detach(str2nr(expand('<abuf>')))
  autocmd BufFilePost * OnFileType(str2nr(expand('<abuf>')), &filetype)
  autocmd BufUnload * client.Detach(str2nr(expand('<abuf>')))
  autocmd BufWritePost .annotate.json client.SettingsSaved(expand('<afile>:p'))
  autocmd VimLeavePre * client.Stop()
augroup END

command! -bar AnnotateHover client.Hover()
command! -bar -count=1 AnnotateNext client.Move(<count>)
command! -bar -count=1 AnnotatePrev client.Move(-<count>)
command! -nargs=? AnnotateClaims client.ListClaims(<q-args>)
command! -bar AnnotateOutline client.ListOutline()
command! -bar -bang AnnotateFindings client.ListFindings('<bang>' == '!')
command! -bar -bang AnnotateFix client.Fix('<bang>' == '!')
command! -bar -range=0 AnnotateActions client.Act(<count> == 0 ? 0 : <line1>, <line2>)
command! -nargs=? AnnotateRename client.Rename(<q-args>)
command! -bar AnnotateMentions client.ListMentions()
command! -bar AnnotateHints client.ToggleHints()
command! -bar AnnotateRestart client.Restart()
command! -bar AnnotateStop client.Stop()

nnoremap <Plug>(annotate-hover) <Cmd>AnnotateHover<CR>
noremap <Plug>(annotate-next) <Cmd>execute v:count1 .. 'AnnotateNext'<CR>
noremap <Plug>(annotate-prev) <Cmd>execute v:count1 .. 'AnnotatePrev'<CR>
nnoremap <Plug>(annotate-claims) <Cmd>AnnotateClaims<CR>
nnoremap <Plug>(annotate-outline) <Cmd>AnnotateOutline<CR>
nnoremap <Plug>(annotate-findings) <Cmd>AnnotateFindings<CR>
nnoremap <Plug>(annotate-fix) <Cmd>AnnotateFix<CR>
nnoremap <Plug>(annotate-fix-all) <Cmd>AnnotateFix!<CR>
nnoremap <Plug>(annotate-actions) <Cmd>AnnotateActions<CR>
xnoremap <Plug>(annotate-actions) :AnnotateActions<CR>
nnoremap <Plug>(annotate-rename) <Cmd>AnnotateRename<CR>
nnoremap <Plug>(annotate-mentions) <Cmd>AnnotateMentions<CR>
nnoremap <Plug>(annotate-hints) <Cmd>AnnotateHints<CR>
