;;; check.el --- Run annotate-server-mode on an article  -*- lexical-binding: t; -*-

;;; Commentary:

;; Does in a real Emacs what editors/README.md says under "For
;; developers", and writes down what is to be seen.  The group of the
;; face `annotate-server-claim-cue' is AnnotateClaimCue.

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

(defun check-highlights ()
  "Return what is marked in the current buffer."
  (let (found)
    (dolist (overlay (overlays-in (point-min) (point-max)))
      (when (overlay-get overlay 'annotate-server)
        (let ((group (concat "Annotate"
                             (string-replace
                              "-" ""
                              (capitalize
                               (string-remove-prefix
                                "annotate-server-"
                                (symbol-name (overlay-get overlay 'face)))))))
              (end (overlay-end overlay)))
          (save-excursion
            (goto-char (overlay-start overlay))
            (while (< (point) end)
              (let ((last (min end (line-end-position))))
                (when (< (point) last)
                  (push (format "%d:%d\t%s\t%s"
                                (line-number-at-pos)
                                (1+ (- (point) (line-beginning-position)))
                                group
                                (buffer-substring-no-properties (point) last))
                        found)))
              (forward-line))))))
    (sort found #'string<)))

(defun check-wait (condition)
  "Wait for CONDITION, and return whether it came true."
  (let ((end (time-add nil check-limit))
        holds)
    (while (and (not (setq holds (funcall condition)))
                (time-less-p nil end))
      (accept-process-output nil 0.02))
    holds))

(defun check-step (step)
  "Wait after STEP until the highlights are as expected."
  (let* ((lines (check-read (concat step ".expected")))
         (done (check-wait (lambda () (equal (check-highlights) lines)))))
    (check-write (concat step ".actual") (check-highlights))
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
  (buffer-enable-undo)
  (annotate-server-mode)
  (check-step (concat name ".opened"))

  (check-go line column)
  (check-change name "edited" "undone" (lambda () (insert "😀 ")))
  (check-go line 1)
  (check-change name "cut" "restored"
                (lambda ()
                  (delete-region (point) (line-beginning-position 2))))

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
  (set-buffer-modified-p nil))

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
  (set-buffer-modified-p nil))

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

(defun check-run ()
  "Check one step after another."
  (let ((articles (mapcar (lambda (line) (split-string line "\t"))
                          (check-read "articles"))))
    (pcase-dolist (`(,name ,line ,column) articles)
      (check-article name (string-to-number line) (string-to-number column)))
    (check-findings)
    (check-restart (caar articles))))

(condition-case failure
    (check-run)
  (error (check-write "failure" (list (format "%S" failure)))))
(dolist (buffer (buffer-list))
  (with-current-buffer buffer (set-buffer-modified-p nil)))
(kill-emacs)

;;; check.el ends here
