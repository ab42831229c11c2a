;;; check.el --- Run annotate-server-mode on an article  -*- lexical-binding: t; -*-

;;; Commentary:

;; Opens an article, edits it, takes the edit back and survives the death
;; of the server, and writes down what is highlighted after each step.  It
;; runs in the folder that holds
;;
;;   article.md                          the article
;;   name                                a name in it, before which an
;;                                       emoji is put
;;   opened.expected, edited.expected    the highlights to wait for
;;   pids                                the process ids of all servers that
;;                                       were started
;;
;; and writes STEP.actual there, up to the first wait that was in vain.  A
;; line of these files is LINE:COLUMN, the group and the text, parted by
;; tabs; columns are characters, both count from 1.  The group of the face
;; `annotate-server-claim-cue' is AnnotateClaimCue.

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

(defun check-step (step expected)
  "Wait after STEP until all is as EXPECTED."
  (let* ((lines (check-read (concat expected ".expected")))
         (done (check-wait (lambda () (equal (check-highlights) lines)))))
    (check-write (concat step ".actual") (check-highlights))
    (unless done (error "Not as expected: %s" step))))

(defun check-run ()
  "Check one step after another."
  (find-file "article.md")
  (buffer-enable-undo)
  (annotate-server-mode)
  (check-step "opened" "opened")

  (goto-char (point-min))
  (search-forward (car (check-read "name")))
  (goto-char (match-beginning 0))
  (undo-boundary)
  (insert "😀 ")
  (check-step "edited" "edited")

  (undo-boundary)
  (undo)
  (check-step "undone" "opened")

  (let ((reports nil))
    (cl-letf* ((original (symbol-function 'message))
               ((symbol-function 'message)
                (lambda (format &rest arguments)
                  (when (and format (string-prefix-p "annotate-server:" format))
                    (push (apply #'format format arguments) reports))
                  (apply original format arguments))))
      (signal-process (string-to-number (car (last (check-read "pids")))) 'KILL)
      (check-wait (lambda () reports))
      (annotate-server-restart)
      (check-step "restarted" "opened"))
    (check-write "messages" reports)))

(condition-case failure
    (check-run)
  (error (check-write "failure" (list (format "%S" failure)))))
(set-buffer-modified-p nil)
(kill-emacs)

;;; check.el ends here
