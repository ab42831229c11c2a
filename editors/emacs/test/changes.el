;;; changes.el --- Compare what the server is told with the buffer  -*- lexical-binding: t; -*-

;;; Commentary:

;; Makes random edits, and makes the changes that the server is told of
;; in a text that stands for the server's.  Prints where they differ, and
;; where columns come out wrong:
;;
;;   emacs -Q --batch -L editors/emacs -l changes.el

;;; Code:

(require 'annotate-server)

(defconst changes-count 600
  "How many times to compare.")

(defconst changes-words ["a" "é" "😀" "\n" "\n\n" "one\ntwo" "𝒩\n" " " "\r" ""]
  "What is put into the text.")

(defun changes-offset (text position)
  "Return the offset of POSITION in TEXT, as the protocol defines it."
  (with-temp-buffer
    (insert text)
    (goto-char (point-min))
    (let ((left (forward-line (plist-get position :line))))
      (1- (if (> left 0)
              (point-max)
            (min (+ (point) (plist-get position :character))
                 (line-end-position)))))))

(defun changes-apply (text change)
  "Return TEXT after CHANGE."
  (let ((range (plist-get change :range))
        (words (plist-get change :text)))
    (if (not range)
        words
      (concat (substring text 0 (changes-offset text (plist-get range :start)))
              words
              (substring text (changes-offset text (plist-get range :end)))))))

(defun changes-undo ()
  "Undo, or redo what was undone, without a word."
  (let ((inhibit-message t)
        (last-command nil))
    (ignore-errors (undo))))

(defun changes-edit ()
  "Make a random edit."
  (let* ((one (1+ (random (1+ (buffer-size)))))
         (other (min (+ one (random 12)) (point-max))))
    (pcase (random 6)
      (0 (delete-region one other))
      (1 (undo-boundary) (changes-undo))
      (2 (upcase-region one other))
      (3 (let ((inhibit-modification-hooks (zerop (random 10))))
           (goto-char one)
           (insert "x")))
      (4 (subst-char-in-region one other ?a ?b))
      (_ (goto-char one)
         (insert (aref changes-words (random (length changes-words))))))))

(defun changes-run ()
  "Compare again and again."
  (random "annotate-server")
  (with-temp-buffer
    (buffer-enable-undo)
    (add-hook 'after-change-functions #'annotate-server--changed nil t)
    (annotate-server--note-sent)
    (cl-letf (((symbol-function 'annotate-server--touch) #'ignore))
      (let ((told "")
            (whole 0))
        (dotimes (_ changes-count)
          (dotimes (_ (1+ (random 4))) (changes-edit))
          (let ((change (annotate-server--change)))
            (unless (plist-get change :range) (cl-incf whole))
            (setq told (changes-apply told change))
            (annotate-server--note-sent))
          (unless (equal told (annotate-server--text))
            (message "told %S, but it is %S" told (annotate-server--text))
            (setq told (annotate-server--text))))
        (when (> whole (/ changes-count 5))
          (message "the whole text was sent %d times" whole))))))

(defun changes-check-places ()
  "Compare places in lines of characters of every width with what they are."
  (with-temp-buffer
    (insert "é😀x\naé\n😀")
    (pcase-dolist (`(,unit ,column) '((nil 2) ("utf-16" 3) ("utf-8" 6)))
      (setq annotate-server--unit unit)
      (unless (equal (annotate-server--place 3)
                     (list :line 0 :character column))
        (message "%s: %S" unit (annotate-server--place 3)))
      (cl-loop for position from (point-min) to (point-max)
               for place = (annotate-server--place position)
               for back = (annotate-server--position
                           (annotate-server--lines) place)
               unless (= position back)
               do (message "%s: %d is %S, which is %d"
                           unit position place back)))))

(changes-run)
(changes-check-places)

;;; changes.el ends here
