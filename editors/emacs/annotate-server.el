;;; annotate-server.el --- Entities and claims of news articles  -*- lexical-binding: t; -*-

;; Author: The annotate-server authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, text
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; `annotate-server-mode' highlights who is named in a news article
;; \(entities) and who said what (claims), as the language server
;; annotate-server finds them.  It starts the server, keeps it told of
;; the text, and draws what the server pushes as overlays.
;;
;; Turn it on for your articles:
;;
;;   (add-hook 'markdown-mode-hook #'annotate-server-mode)
;;
;; With `flymake-mode' on as well, it reports what the server finds fault
;; with.  `annotate-server-list-claims' lists who said what.
;;
;; The mode is a client of its own over the library jsonrpc, which
;; every Emacs since 28 has, so that it needs neither eglot nor
;; lsp-mode and works beside them.

;;; Code:

(require 'cl-lib)
(require 'eieio)
(require 'flymake)
(require 'jsonrpc)
(require 'subr-x)
(require 'url-util)

(defgroup annotate-server nil
  "Entities and claims of news articles."
  :group 'text
  :prefix "annotate-server-")

(defcustom annotate-server-command '("annotate-server")
  "The program to run as the server, and its arguments."
  :type '(repeat string))

(defcustom annotate-server-options nil
  "What a server gets as its initializationOptions, a property list."
  :type 'plist)

(defcustom annotate-server-delay 0.15
  "How many seconds the text must rest before it is sent."
  :type 'number)

;;;; Faces

(defface annotate-server-person '((t :inherit font-lock-function-name-face))
  "Face of people.")

(defface annotate-server-organization '((t :inherit font-lock-type-face))
  "Face of companies, agencies and parties.")

(defface annotate-server-place '((t :inherit font-lock-constant-face))
  "Face of countries, cities, places and buildings.")

(defface annotate-server-group '((t :inherit font-lock-builtin-face))
  "Face of nationalities, religions and languages.")

(defface annotate-server-event '((t :inherit font-lock-warning-face))
  "Face of events.")

(defface annotate-server-work '((t :inherit font-lock-doc-face))
  "Face of works, prizes and laws.")

(defface annotate-server-product '((t :inherit escape-glyph))
  "Face of products.")

(defface annotate-server-date '((t :inherit font-lock-variable-name-face))
  "Face of dates and times.")

(defface annotate-server-quantity '((t :inherit success))
  "Face of numbers and amounts.")

(defface annotate-server-role '((t :inherit font-lock-keyword-face))
  "Face of titles and offices.")

(defface annotate-server-claim-source '((t :underline t))
  "Face of who said something.")

(defface annotate-server-claim-cue '((t :inherit bold))
  "Face of the words that report a claim.")

(defface annotate-server-claim-content
  '((((class color) (min-colors 88) (background light)) :background "gray93")
    (((class color) (min-colors 88) (background dark)) :background "gray20")
    (t :slant italic))
  "Face of what was said.")

(defconst annotate-server--faces
  '(("PERSON" . annotate-server-person)
    ("ORG" . annotate-server-organization)
    ("GPE" . annotate-server-place)
    ("LOC" . annotate-server-place)
    ("FAC" . annotate-server-place)
    ("NORP" . annotate-server-group)
    ("LANGUAGE" . annotate-server-group)
    ("EVENT" . annotate-server-event)
    ("WORK_OF_ART" . annotate-server-work)
    ("LAW" . annotate-server-work)
    ("PRODUCT" . annotate-server-product)
    ("DATE" . annotate-server-date)
    ("TIME" . annotate-server-date)
    ("MONEY" . annotate-server-quantity)
    ("PERCENT" . annotate-server-quantity)
    ("QUANTITY" . annotate-server-quantity)
    ("ORDINAL" . annotate-server-quantity)
    ("CARDINAL" . annotate-server-quantity)
    ("ROLE" . annotate-server-role))
  "The faces of the types of entity.")

;;;; State

(defvar annotate-server--servers nil
  "The servers by the roots of their workspaces, an alist.
The root is nil for articles outside of any.  A server that could
not be run or has died stays, so that this is reported only once.")

(defvar annotate-server--count 0
  "How many servers were started, for names that differ.")

(defvar-local annotate-server--root nil
  "The root of the workspace that the buffer belongs to.")

(defvar-local annotate-server--uri nil
  "The URI under which the buffer is open.")

(defvar-local annotate-server--sent nil
  "The tick of the text that the server has, nil if it has none.")

(defvar-local annotate-server--timer nil
  "The timer that will send the text.")

(defvar-local annotate-server--claims nil
  "The claims of the text, as the server gave them.")

(defvar-local annotate-server--findings []
  "What the server finds fault with in the text.")

(defvar-local annotate-server--report nil
  "The function that tells flymake of the findings, nil if it is off.")

;;;; The mode

;;;###autoload
(define-minor-mode annotate-server-mode
  "Highlight the entities and claims of a news article."
  :lighter " Annotate"
  (if annotate-server-mode
      (annotate-server--open)
    (annotate-server--close)))

(defun annotate-server-restart ()
  "Start the servers anew, with the articles that are open."
  (interactive)
  (annotate-server-stop)
  (annotate-server--in-buffers #'annotate-server--start))

(defun annotate-server-stop ()
  "End the servers, each as the protocol asks."
  (interactive)
  (pcase-dolist (`(,_ . ,server) annotate-server--servers)
    (when server
      (oset server stopping t)
      (when (jsonrpc-running-p server)
        (ignore-errors
          (jsonrpc-request server :shutdown nil :timeout 1)
          (jsonrpc-notify server :exit nil)
          (with-timeout (1)
            (while (jsonrpc-running-p server)
              (accept-process-output nil 0.01)))))
      (jsonrpc-shutdown server t)))
  (setq annotate-server--servers nil)
  (annotate-server--in-buffers #'annotate-server--forget))

(defun annotate-server-list-claims ()
  "List who said what in the current buffer."
  (interactive)
  (let ((article (current-buffer))
        (claims (annotate-server--claim-lines)))
    (with-current-buffer (get-buffer-create "*annotate-server claims*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (pcase-dolist (`(,position . ,line) claims)
          (insert-text-button
           line 'follow-link t
           'action (lambda (_)
                     (pop-to-buffer article)
                     (goto-char position)))
          (insert "\n"))
        (goto-char (point-min))
        (special-mode))
      (display-buffer (current-buffer)))))

(defun annotate-server--in-buffers (function)
  "Call FUNCTION in every buffer that has the mode on."
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer
      (when annotate-server-mode (funcall function)))))

;;;; The server

(defclass annotate-server--connection (jsonrpc-process-connection)
  ((ready :initform nil :documentation "Whether it is initialized.")
   (stopping :initform nil :documentation "Whether its end is wanted."))
  :documentation "A server for the articles of one workspace.")

(defun annotate-server--server ()
  "Return the server of the buffer's workspace, nil if there is none."
  (cdr (assoc annotate-server--root annotate-server--servers)))

(defun annotate-server--start ()
  "Start a server for the workspace of the buffer, unless there is one."
  (unless (assoc annotate-server--root annotate-server--servers)
    (let ((server (and (annotate-server--found-p)
                       (annotate-server--connect))))
      (push (cons annotate-server--root server) annotate-server--servers)
      (when server (annotate-server--initialize server))))
  (annotate-server--later 0))

(defun annotate-server--found-p ()
  "Say whether the program can be run, in the echo area if it cannot."
  (or (executable-find (car annotate-server-command))
      (progn
        (message "annotate-server: cannot run \"%s\"; set %s"
                 (car annotate-server-command) 'annotate-server-command)
        nil)))

(defun annotate-server--connect ()
  "Run the program, and return the connection to it."
  (let* ((name (format "annotate-server %d" (cl-incf annotate-server--count)))
         (arguments
          (list :name name
                :process (lambda () (annotate-server--process name))
                :notification-dispatcher #'annotate-server--receive
                :on-shutdown #'annotate-server--ended)))
    ;; The log of all messages would cost more than everything else.
    ;; The library has changed the name of what limits its size.
    (condition-case nil
        (apply #'make-instance 'annotate-server--connection
               :events-buffer-config '(:size 0) arguments)
      (invalid-slot-name
       (apply #'make-instance 'annotate-server--connection
              :events-buffer-scrollback-size 0 arguments)))))

(defun annotate-server--initialize (server)
  "Tell SERVER of the workspace, and then of its articles."
  (let* ((root annotate-server--root)
         (uri (and root (annotate-server--file-uri root)))
         (name (and root (file-name-nondirectory (directory-file-name root)))))
    (jsonrpc-async-request
     server :initialize
     (list :processId (emacs-pid)
           :clientInfo (list :name "Emacs" :version emacs-version)
           :rootUri uri
           :workspaceFolders (and root (vector (list :uri uri :name name)))
           :initializationOptions
           (or annotate-server-options (make-hash-table))
           ;; Emacs counts characters, as utf-32 does.
           :capabilities
           '(:general (:positionEncodings ["utf-32"])
             :textDocument (:publishDiagnostics (:versionSupport t))
             :experimental (:publishAnnotations t)))
     :success-fn
     (lambda (_)
       (oset server ready t)
       (jsonrpc-notify server :initialized (make-hash-table))
       (annotate-server--in-buffers #'annotate-server--send))
     :error-fn
     (jsonrpc-lambda (&key message &allow-other-keys)
       (unless (oref server stopping)
         (message "annotate-server: %s" message))))))

(defun annotate-server--process (name)
  "Start the program as a process of that NAME."
  (make-process :name name
                :command annotate-server-command
                :connection-type 'pipe
                :coding 'utf-8-emacs-unix
                :noquery t
                :stderr (get-buffer-create (format "*%s stderr*" name))))

(defun annotate-server--ended (server)
  "Say that SERVER has died, unless it was to."
  (oset server ready nil)
  (unless (oref server stopping)
    (message "annotate-server: the server ended; %s starts it again"
             (substitute-command-keys "\\[annotate-server-restart]"))))

(defun annotate-server--receive (_connection method parameters)
  "Take the notification METHOD with PARAMETERS from a server."
  (pcase method
    ('textDocument/publishAnnotations
     (annotate-server--hand #'annotate-server--draw parameters))
    ('textDocument/publishDiagnostics
     (annotate-server--hand #'annotate-server--find parameters))
    ('window/showMessage
     (message "annotate-server: %s" (plist-get parameters :message)))))

(defun annotate-server--hand (function result)
  "Call FUNCTION on RESULT in its buffer, unless the text has changed since."
  (annotate-server--in-buffers
   (lambda ()
     (when (and (equal (plist-get result :uri) annotate-server--uri)
                (eql (plist-get result :version) (buffer-chars-modified-tick)))
       (funcall function result)))))

;;;; The text

(defun annotate-server--open ()
  "Open the buffer in the server of its workspace."
  (setq annotate-server--root (annotate-server--find-root)
        annotate-server--uri
        (if buffer-file-name
            (annotate-server--file-uri buffer-file-name)
          (concat "untitled:" (url-hexify-string (buffer-name)))))
  (add-hook 'after-change-functions #'annotate-server--changed nil t)
  (add-hook 'after-revert-hook #'annotate-server--changed nil t)
  (add-hook 'after-set-visited-file-name-hook #'annotate-server--renamed nil t)
  (add-hook 'kill-buffer-hook #'annotate-server--close nil t)
  (add-hook 'change-major-mode-hook #'annotate-server--close nil t)
  (add-hook 'flymake-diagnostic-functions #'annotate-server--flymake nil t)
  (add-hook 'kill-emacs-hook #'annotate-server-stop)
  (annotate-server--start))

(defun annotate-server--close ()
  "Close the buffer in the server, and remove the overlays."
  (remove-hook 'after-change-functions #'annotate-server--changed t)
  (remove-hook 'after-revert-hook #'annotate-server--changed t)
  (remove-hook 'after-set-visited-file-name-hook #'annotate-server--renamed t)
  (remove-hook 'kill-buffer-hook #'annotate-server--close t)
  (remove-hook 'change-major-mode-hook #'annotate-server--close t)
  (remove-hook 'flymake-diagnostic-functions #'annotate-server--flymake t)
  (when annotate-server--sent
    (annotate-server--notify
     :textDocument/didClose
     (list :textDocument (list :uri annotate-server--uri))))
  (annotate-server--forget))

(defun annotate-server--forget ()
  "Forget what the server knows of the buffer."
  (when annotate-server--timer (cancel-timer annotate-server--timer))
  (setq annotate-server--timer nil
        annotate-server--sent nil
        annotate-server--claims nil
        annotate-server--findings [])
  (annotate-server--clear))

(defun annotate-server--renamed ()
  "Open the buffer under its new name."
  (annotate-server--close)
  (annotate-server--open))

(defun annotate-server--changed (&rest _)
  "Have the text sent once it rests."
  (annotate-server--later annotate-server-delay))

(defun annotate-server--later (seconds)
  "Have the text sent when SECONDS have passed without another change."
  (when annotate-server--timer (cancel-timer annotate-server--timer))
  (let ((buffer (current-buffer)))
    (setq annotate-server--timer
          (run-at-time seconds nil
                       (lambda ()
                         (when (buffer-live-p buffer)
                           (with-current-buffer buffer
                             (annotate-server--send))))))))

(defun annotate-server--send ()
  "Send the text, if the server is there and has another."
  (let ((server (annotate-server--server))
        (tick (buffer-chars-modified-tick)))
    (when (and server
               (oref server ready)
               (not (eql tick annotate-server--sent)))
      (if annotate-server--sent
          (annotate-server--notify
           :textDocument/didChange
           (list :textDocument (list :uri annotate-server--uri :version tick)
                 :contentChanges
                 (vector (list :text (annotate-server--text)))))
        (annotate-server--notify
         :textDocument/didOpen
         (list :textDocument (list :uri annotate-server--uri
                                   :languageId "markdown"
                                   :version tick
                                   :text (annotate-server--text)))))
      (setq annotate-server--sent tick))))

(defun annotate-server--notify (method parameters)
  "Send METHOD with PARAMETERS to the server of the buffer, if one is up."
  (let ((server (annotate-server--server)))
    (when (and server (oref server ready) (jsonrpc-running-p server))
      (jsonrpc-notify server method parameters))))

(defun annotate-server--text ()
  "Return the text of the buffer, character for character.
What is not a character of Unicode cannot be sent, and a carriage
return would end a line for the server: others take their place."
  (save-restriction
    (widen)
    (thread-last
      (buffer-substring-no-properties (point-min) (point-max))
      (replace-regexp-in-string "[^\0-\xd7ff\xe000-\x10ffff]" "\xfffd")
      (subst-char-in-string ?\r ?\s))))

(defun annotate-server--find-root ()
  "Return the nearest folder with settings or a repository, or nil."
  (let ((marked (lambda (folder)
                  (or (file-exists-p (expand-file-name ".annotate.json" folder))
                      (file-exists-p (expand-file-name ".git" folder))))))
    (when-let* ((folder (locate-dominating-file default-directory marked)))
      (expand-file-name folder))))

(defun annotate-server--file-uri (file)
  "Return the URI of FILE."
  (concat "file://"
          (mapconcat #'url-hexify-string
                     (split-string
                      (directory-file-name (expand-file-name file)) "/")
                     "/")))

;;;; The highlights

(defun annotate-server--draw (result)
  "Draw RESULT in the current buffer."
  (annotate-server--clear)
  (setq annotate-server--claims (plist-get result :claims))
  (let ((lines (annotate-server--lines)))
    (cl-loop
     for claim across annotate-server--claims
     do (cl-loop
         for (field face priority) in
         '((:content annotate-server-claim-content 1)
           (:source annotate-server-claim-source 2)
           (:cue annotate-server-claim-cue 3))
         do (cl-loop
             for range across (plist-get claim field)
             do (annotate-server--add lines range face priority))))
    ;; A role may hold the name of an organization.
    (cl-loop
     for entity across (plist-get result :entities)
     for face = (cdr (assoc (plist-get entity :type) annotate-server--faces))
     when face
     do (annotate-server--add lines (plist-get entity :range) face
                              (if (eq face 'annotate-server-role) 10 11)))))

(defun annotate-server--add (lines range face priority)
  "Put an overlay with FACE and PRIORITY on RANGE, given the LINES."
  (let ((overlay (make-overlay
                  (annotate-server--position lines (plist-get range :start))
                  (annotate-server--position lines (plist-get range :end)))))
    (overlay-put overlay 'face face)
    (overlay-put overlay 'priority priority)
    (overlay-put overlay 'annotate-server t)
    (overlay-put overlay 'evaporate t)))

(defun annotate-server--clear ()
  "Remove the overlays."
  (save-restriction
    (widen)
    (remove-overlays (point-min) (point-max) 'annotate-server t)))

(defun annotate-server--lines ()
  "Return the positions where the lines of the buffer begin, a vector."
  (save-excursion
    (save-restriction
      (widen)
      (goto-char (point-min))
      (let ((starts (list (point))))
        (while (search-forward "\n" nil t)
          (push (point) starts))
        (vconcat (nreverse starts))))))

(defun annotate-server--position (lines position)
  "Return where the server's POSITION is in the buffer, given the LINES."
  (let ((line (plist-get position :line)))
    (if (< line (length lines))
        (min (1+ (buffer-size))
             (+ (aref lines line) (plist-get position :character)))
      (1+ (buffer-size)))))

(defun annotate-server--claim-lines ()
  "Return the claims of the buffer, each as its position and one line."
  (let ((lines (annotate-server--lines)))
    (mapcar
     (lambda (claim)
       (let ((parts (remove [] (mapcar (lambda (field) (plist-get claim field))
                                       '(:source :cue :content)))))
         (cons (annotate-server--position
                lines (plist-get (aref (car parts) 0) :start))
               (mapconcat (lambda (ranges)
                            (mapconcat (lambda (range)
                                         (annotate-server--string lines range))
                                       ranges " ... "))
                          parts " | "))))
     annotate-server--claims)))

(defun annotate-server--string (lines range)
  "Return the text of RANGE, given the LINES, with spaces for line ends."
  (save-restriction
    (widen)
    (string-replace
     "\n" " "
     (buffer-substring-no-properties
      (annotate-server--position lines (plist-get range :start))
      (annotate-server--position lines (plist-get range :end))))))

;;;; Findings

(defun annotate-server--find (result)
  "Take the findings of RESULT, and tell flymake."
  (setq annotate-server--findings (plist-get result :diagnostics))
  (annotate-server--tell))

(defun annotate-server--flymake (report &rest _)
  "Keep REPORT, to be called whenever there are findings."
  (setq annotate-server--report report)
  (annotate-server--tell))

(defun annotate-server--tell ()
  "Tell flymake of the findings, if it is on."
  (when (and annotate-server--report (bound-and-true-p flymake-mode))
    (let ((lines (annotate-server--lines)))
      (funcall annotate-server--report
               (mapcar (lambda (finding)
                         (annotate-server--diagnostic lines finding))
                       annotate-server--findings)
               ;; Without a region, flymake would keep the old ones.
               :region (cons (point-min) (point-max))))))

(defun annotate-server--diagnostic (lines finding)
  "Return FINDING as flymake has it, given the LINES."
  (let* ((range (plist-get finding :range))
         (start (annotate-server--position lines (plist-get range :start)))
         (end (annotate-server--position lines (plist-get range :end))))
    (flymake-make-diagnostic
     (current-buffer) start (max end (1+ start))
     (pcase (plist-get finding :severity)
       (1 :error)
       (2 :warning)
       (_ :note))
     (plist-get finding :message))))

(provide 'annotate-server)
;;; annotate-server.el ends here
