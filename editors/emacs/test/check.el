;;; check.el --- Run annotate-server-mode on an article  -*- lexical-binding: t; -*-

;;; Commentary:

;; Does in a real Emacs what editors/README.md says under "For
;; developers", and writes down what is to be seen.  The group of the
;; face `annotate-server-claim-cue' is AnnotateClaimCue.
;;
;;   emacs -Q --batch -l INIT.EL -l check.el -f check-own
;;
;; `check-eglot' and `check-lsp-mode' do with those clients what they
;; can do.

;;; Code:

(require 'annotate-server)

(defconst check-limit 60
  "How many seconds to wait for a condition.")

(defun check-read (file)
  "Return the lines of FILE."
  (with-temp-buffer
    (insert-file-contents file)
    (split-string (buffer-string) "\n" t)))

(defun check-write (file lines)
  "Write LINES to FILE."
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region (mapconcat #'identity lines "\n") nil file nil 'silent)))

(defun check-group (face)
  "Return the group that FACE stands for."
  (concat "Annotate"
          (string-replace
           "-" ""
           (capitalize
            (string-remove-prefix "annotate-server-" (symbol-name face))))))

(defun check-pieces (start end group)
  "Return the text from START to END as highlights of GROUP, one a line."
  (let (pieces)
    (save-excursion
      (goto-char start)
      (while (< (point) end)
        (let ((last (min end (line-end-position))))
          (when (< (point) last)
            (push (concat (check-place) "\t" group "\t"
                          (buffer-substring-no-properties (point) last))
                  pieces)))
        (forward-line)))
    pieces))

(defun check-highlights ()
  "Return what is marked in the current buffer."
  (let (found)
    (dolist (overlay (overlays-in (point-min) (point-max)))
      (when (overlay-get overlay 'annotate-server)
        (setq found (nconc (check-pieces
                            (overlay-start overlay) (overlay-end overlay)
                            (check-group (overlay-get overlay 'face)))
                           found))))
    (sort found #'string<)))

(defun check-tokens ()
  "Return the text in faces of this package, as lsp-mode puts them."
  ;; What lsp-mode has put off until the user rests: nobody is there.
  (mapc #'timer-event-handler (copy-sequence timer-idle-list))
  (font-lock-ensure)
  (let ((position (point-min))
        found)
    (while (< position (point-max))
      (let* ((next (next-single-property-change position 'face nil (point-max)))
             (faces (get-text-property position 'face))
             (face (cl-find-if
                    (lambda (face)
                      (and (symbolp face)
                           (string-prefix-p "annotate-server-"
                                            (symbol-name face))))
                    (if (listp faces) faces (list faces)))))
        (when face
          (setq found (nconc (check-pieces position next
                                           (concat "@" (check-group face)))
                             found)))
        (setq position next)))
    (sort found #'string<)))

(defun check-wait (condition)
  "Wait for CONDITION, and return whether it came true."
  (let ((end (time-add nil check-limit))
        holds)
    (while (and (not (setq holds (funcall condition)))
                (time-less-p nil end))
      (accept-process-output nil 0.02))
    holds))

(defvar check-shown #'check-highlights
  "The function that returns what is to be compared.")

(defun check-step (step)
  "Wait after STEP until the highlights are as expected."
  (let* ((lines (check-read (concat step ".expected")))
         (done (check-wait (lambda () (equal (funcall check-shown) lines)))))
    (check-write (concat step ".actual") (funcall check-shown))
    (unless done (error "Not as expected: %s" step))))

(defun check-place (&optional position)
  "Return the line and the column of POSITION, or of point."
  (save-excursion
    (goto-char (or position (point)))
    (format "%d:%d" (line-number-at-pos)
            (1+ (- (point) (line-beginning-position))))))

(defun check-go (line column)
  "Go to LINE and COLUMN."
  (goto-char (point-min))
  (forward-line (1- line))
  (forward-char (1- column)))

(defun check-article (name line column)
  "Check the article NAME, with a name at LINE and COLUMN."
  (find-file (concat name ".md"))
  (annotate-server-mode)
  (check-changes name line column)
  (check-go line column)
  (let (shown)
    (annotate-server--eldoc (lambda (words &rest _) (setq shown words)))
    (check-wait (lambda () shown))
    (check-write (concat name ".hover.actual")
                 (list (replace-regexp-in-string " — \\(.\\|\n\\)*" "" shown))))

  (check-claims name)
  (unless (consp (funcall imenu-create-index-function))
    (error "Imenu has nothing"))
  (check-go line column)
  (unless (xref-backend-definitions 'annotate-server "")
    (error "Xref has nothing"))
  (check-hints)
  (set-buffer-modified-p nil))

(defun check-changes (name line column)
  "Check the highlights of NAME, and after changes at LINE and COLUMN."
  (buffer-enable-undo)
  (check-step (concat name ".opened"))
  (check-go line column)
  (check-change name "edited" "undone" (lambda () (insert "😀 ")))
  (check-go line 1)
  (check-change name "cut" "restored"
                (lambda ()
                  (delete-region (point) (line-beginning-position 2)))))

(defun check-change (name step undone change)
  "Check the article NAME after STEP, which makes CHANGE, and UNDONE."
  (undo-boundary)
  (funcall change)
  (check-step (format "%s.%s" name step))
  (undo-boundary)
  (setq last-command nil)
  (undo)
  (check-step (format "%s.%s" name undone)))

(defun check-claims (name)
  "Check the list of the claims in the article NAME, and go through them."
  (annotate-server-claims)
  (let ((article (current-buffer))
        rows places)
    (with-current-buffer (format "*claims of %s*" (buffer-name))
      (dolist (entry (annotate-server--claim-entries))
        (push (concat (with-current-buffer article (check-place (car entry)))
                      "\t"
                      (string-join
                       (remove "" (cdr (append (cadr entry) nil))) " | "))
              rows))
      (unless (= (count-lines (point-min) (point-max)) (length rows))
        (error "The list of claims is not shown")))
    (check-write (concat name ".claims.actual") (reverse rows))
    (goto-char (point-min))
    (dotimes (_ (1+ (length rows)))
      (annotate-server-next-claim)
      (push (check-place) places))
    (annotate-server-previous-claim 2)
    (push (check-place) places)
    (check-write (concat name ".moves.actual") (nreverse places))))

(defun check-findings ()
  "Check what is found, and what is repaired."
  (find-file "fixable.md")
  (annotate-server-mode)
  (flymake-mode)
  ;; Flymake itself starts after a command, and here there are none.
  (flymake-start)
  (check-wait (lambda () (flymake-diagnostics)))
  (check-write "findings.actual"
               (mapcar (lambda (finding)
                         (check-place (flymake-diagnostic-beg finding)))
                       (flymake-diagnostics)))
  (annotate-server-fix t)
  (check-write "fixed.actual" (split-string (buffer-string) "\n"))
  (check-typing)
  (check-names)
  (check-edits)
  (set-buffer-modified-p nil))

(defun check-hints ()
  "Check that hints are shown, and go again."
  (cl-flet ((shown ()
              (cl-count-if (lambda (overlay)
                             (overlay-get overlay 'annotate-server-hint))
                           (overlays-in (point-min) (point-max)))))
    (annotate-server-hints)
    (unless (check-wait (lambda () (> (shown) 0))) (error "No hints"))
    (annotate-server-hints)
    (unless (= (shown) 0) (error "Hints stay"))))

(defun check-typing ()
  "Check what completes a name, and what renames it."
  (goto-char (point-max))
  (insert "Kov")
  (completion-at-point)
  (unless (looking-back "Anna Kovac\n?" (line-beginning-position -1))
    (error "Completed to %s" (buffer-string)))
  (delete-region (line-beginning-position) (point-max))
  (goto-char (point-min))
  (search-forward "Kov")
  (annotate-server-rename "Anna Kovač")
  (check-write "renamed.actual" (split-string (buffer-string) "\n")))

(defun check-names ()
  "Add a name to those of the workspace, and then change their file.
The server asks for an edit of that file, which no buffer visits."
  (cl-flet ((wait-for (group)
              (unless (check-wait
                       (lambda ()
                         (cl-find-if
                          (lambda (highlight)
                            (string-search (format "Annotate%s\tAnna" group)
                                           highlight))
                          (check-highlights))))
                (error "Anna is no %s" group))))
    (goto-char (point-min))
    (search-forward "Anna")
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_ titles &rest _)
                 (cl-find-if (lambda (title) (string-search "as ORG" title))
                             titles))))
      (annotate-server-act (point) (point)))
    (wait-for "Organization")
    (unless (cl-find-if (lambda (line) (string-search "Anna Kovač" line))
                        (check-read ".annotate.json"))
      (error "The name was not written"))
    (when (find-buffer-visiting ".annotate.json")
      (error "The file of names is visited"))
    (with-current-buffer (find-file-noselect ".annotate.json")
      (erase-buffer)
      (insert "{\"accuracy\": \"instant\"}\n")
      (save-buffer))
    (wait-for "Person")))

(defun check-edits ()
  "Check the edits that a server asks for, also of files nobody visits."
  (let* ((file (expand-file-name "new folder/names é.json"))
         (uri (annotate-server--file-uri file))
         (place '(:line 0 :character 0)))
    (unless (equal '(:applied t)
                   (annotate-server--answer
                    nil 'workspace/applyEdit
                    `(:edit
                      (:documentChanges
                       [(:kind "create" :uri ,uri)
                        (:textDocument (:uri ,uri :version nil)
                         :edits [(:range (:start ,place :end ,place)
                                  :newText "[\"é😀\"]\n")])
                        (:textDocument (:uri ,annotate-server--uri
                                        :version nil)
                         :edits [(:range (:start ,place :end ,place)
                                  :newText "😀")])]))))
      (error "The edits were refused"))
    (unless (equal (check-read file) '("[\"é😀\"]"))
      (error "The new file holds %S" (check-read file)))
    (unless (string-prefix-p "😀#" (buffer-string))
      (error "The article was not changed"))
    (when (find-buffer-visiting file)
      (error "The new file is visited"))))

(defun check-restart (name)
  "Check in the article NAME what happens after the death of the server."
  (find-file (concat name ".md"))
  (let (reports)
    (cl-letf* ((original (symbol-function 'message))
               ((symbol-function 'message)
                (lambda (format &rest arguments)
                  (when (and format (string-prefix-p "annotate-server:" format))
                    (push (apply #'format format arguments) reports))
                  (apply original format arguments))))
      (signal-process (string-to-number (car (last (check-read "pids")))) 'KILL)
      (check-wait (lambda () reports))
      (annotate-server-restart)
      (check-step "restarted")
      (annotate-server-stop)
      (check-step "stopped"))
    (check-write "messages" reports)))

(defun check-articles (check)
  "Call CHECK with the name of each article, and a line and a column in it."
  (dolist (row (check-read "articles"))
    (pcase-let ((`(,name ,line ,column) (split-string row "\t")))
      (funcall check name (string-to-number line) (string-to-number column)))))

(defun check-until-end (check)
  "Call CHECK, note why it fails, and leave Emacs."
  (condition-case failure
      (funcall check)
    (error (check-write "failure" (list (format "%S" failure)))))
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer (set-buffer-modified-p nil)))
  (kill-emacs))

(defun check-own ()
  "Check the mode with a server of its own."
  (check-until-end
   (lambda ()
     (check-articles #'check-article)
     (check-findings)
     (check-restart (car (split-string (car (check-read "articles")) "\t"))))))

;;;; With other clients

(declare-function eglot-shutdown-all "ext:eglot")
(declare-function eglot-code-actions "ext:eglot")
(declare-function lsp-workspace-folders-add "ext:lsp-mode")
(declare-function lsp-diagnostics "ext:lsp-mode")
(declare-function lsp-execute-code-action "ext:lsp-mode")
(declare-function lsp-code-actions-at-point "ext:lsp-mode")

(defun check-visit (name)
  "Visit the article NAME as somebody does who then waits."
  (find-file (concat name ".md"))
  ;; There are no commands here, behind which some clients start.
  (run-hooks 'post-command-hook))

(defun check-eglot ()
  "Check the mode where eglot runs the server."
  (check-until-end
   (lambda ()
     (check-articles
      (lambda (name line column)
        (check-visit name)
        (check-changes name line column)
        (check-claims name)
        (set-buffer-modified-p nil)))
     (check-visit "fixable")
     (flymake-start)
     (check-wait #'flymake-diagnostics)
     (check-write "findings.actual"
                  (mapcar (lambda (finding)
                            (check-place (flymake-diagnostic-beg finding)))
                          (flymake-diagnostics)))
     (eglot-shutdown-all))))

(defun check-lsp-mode ()
  "Check the faces that lsp-mode puts on tokens."
  (setq check-shown #'check-tokens)
  (check-until-end
   (lambda ()
     (require 'lsp-mode)
     (lsp-workspace-folders-add default-directory)
     (check-articles
      (lambda (name line column)
        ;; Emacs without a screen would leave the colours out.
        (let ((noninteractive nil))
          (check-visit name)
          (font-lock-mode))
        (check-changes name line column)
        (set-buffer-modified-p nil)))
     (lsp-workspace-shutdown (car (lsp-workspaces))))))

;;; check.el ends here
