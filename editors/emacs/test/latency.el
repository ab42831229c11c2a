;;; latency.el --- Time how soon colours are right  -*- lexical-binding: t; -*-

;;; Commentary:

;; Types into an article, and says how long after each key its colours
;; were right again, and how long Emacs was busy with the key:
;;
;;   emacs -Q --batch -L editors/emacs -l latency.el ARTICLE

;;; Code:

(require 'annotate-server)

(defconst latency-keys 50
  "How many keys to press.")

(defun latency-wait-for-claims ()
  "Wait until claims are drawn."
  (while (not annotate-server--claims)
    (accept-process-output nil 0.001)))

(defun latency-milliseconds (start)
  "Return the time since START."
  (* 1000 (- (float-time) start)))

(defun latency-run (article)
  "Type into ARTICLE."
  (find-file article)
  (annotate-server-mode)
  (latency-wait-for-claims)
  (goto-char (/ (point-max) 2))
  (let (redrawn busy)
    (dotimes (_ latency-keys)
      (let ((start (float-time)))
        (setq annotate-server--claims nil)
        (insert "x")
        (push (latency-milliseconds start) busy)
        (latency-wait-for-claims)
        (push (latency-milliseconds start) redrawn)
        (sleep-for 0.05)))
    (message
     "redrawn after %.0f ms (median), %.0f ms (worst); busy for %.1f ms (median)"
     (nth (/ latency-keys 2) (sort redrawn #'<))
     (apply #'max redrawn)
     (nth (/ latency-keys 2) (sort busy #'<))))
  (set-buffer-modified-p nil))

(latency-run (pop command-line-args-left))

;;; latency.el ends here
