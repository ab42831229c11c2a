;;; annotate-server.el --- Entities and claims of news articles  -*- lexical-binding: t; -*-

;; Author: The annotate-server authors
;; URL: https://github.com/annotate-server/annotate-server
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
;; `annotate-server-claims' lists who said what, and the commands
;; `annotate-server-next-claim' and `annotate-server-previous-claim' go
;; from claim to claim.  ElDoc tells what is known at point, Imenu has
;; the outline, Xref finds where a name is introduced and all its
;; mentions, Flymake reports what the server finds fault with, and
;; `annotate-server-fix' repairs it.  `completion-at-point' completes
;; the names of the article, `annotate-server-rename' changes one
;; wherever it stands, `annotate-server-act' offers all else that can
;; be done at point, and `annotate-server-hints' shows whom \"he\" means.
;;
;; The mode is a client of its own over the library jsonrpc, which
;; every Emacs since 28 has, so that it needs neither eglot nor
;; lsp-mode.  For those who use them for everything else:
;; `annotate-server-setup-eglot' has eglot run the server and this mode
;; only draw, and `annotate-server-setup-lsp-mode' has lsp-mode run it
;; and draw its semantic tokens in the faces defined here.

;;; Code:

(require 'cl-lib)
(require 'eieio)
(require 'eldoc)
(require 'flymake)
(require 'imenu)
(require 'jsonrpc)
(require 'subr-x)
(require 'tabulated-list)
(require 'url-util)
(require 'xref)

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

(defcustom annotate-server-delay 0.005
  "How many seconds the text must at least rest before it is sent.
Where sending and drawing take long, it must rest longer."
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

(defface annotate-server-hint '((t :inherit shadow))
  "Face of hints behind the words that they explain.")

(defconst annotate-server--claim-fields
  '((:content . annotate-server-claim-content)
    (:source . annotate-server-claim-source)
    (:cue . annotate-server-claim-cue))
  "The faces of the parts of a claim, the lowest first.")

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

;; Each lies above those before it; a role may hold the name of an
;; organization.
(cl-loop
 for face in (append (mapcar #'cdr annotate-server--claim-fields)
                     '(annotate-server-role)
                     (remq 'annotate-server-role
                           (mapcar #'cdr annotate-server--faces)))
 for layer from 1
 unless (get face 'annotate-server-layer)
 do (put face 'annotate-server-layer layer))

;;;; State

(defvar annotate-server--servers nil
  "The servers by the roots of their workspaces, an alist.
The root is nil for articles outside of any.  A server that could
not be run or has died stays, so that this is reported only once.")

(defvar annotate-server--count 0
  "How many servers were started, for names that differ.")

(defvar-local annotate-server--own nil
  "Whether the buffer is opened in a server of this mode's own.")

(defvar-local annotate-server--root nil
  "The root of the workspace that the buffer belongs to.")

(defvar-local annotate-server--uri nil
  "The URI under which the buffer is open.")

(defvar-local annotate-server--sent nil
  "The tick of the text that the server has, nil if it has none.")

(defvar-local annotate-server--size 0
  "How many characters the text has that the server has.")

(defvar-local annotate-server--breaks 0
  "How many line ends the text has that the server has.")

(defvar-local annotate-server--kept nil
  "What no change has touched since the text was sent.
A pair of how many characters at the beginning and how many at the
end; nil if nothing is known to be so.")

(defvar-local annotate-server--growth 0
  "By how many characters the known changes made the text longer.")

(defvar-local annotate-server--timer nil
  "The timer that will send the text.")

(defvar-local annotate-server--cost 0
  "How many seconds it took to send and to draw the text.")

(defvar-local annotate-server--unit nil
  "The unit of the server's columns; nil stands for characters.")

(defvar-local annotate-server--claims nil
  "The claims of the text, as the server gave them.")

(defvar-local annotate-server--hints nil
  "Whether hints are shown.")

(defvar-local annotate-server--findings []
  "The findings in the text, as the server gave them.")

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

(defun annotate-server-next-claim (&optional count)
  "Go to where the next claim begins, or the COUNTth next one.
From the last claim go on to the first."
  (interactive "p")
  (let* ((count (or count 1))
         (lines (annotate-server--lines))
         (starts (sort (delete-dups
                        (mapcar (lambda (claim)
                                  (annotate-server--claim-start lines claim))
                                annotate-server--claims))
                       #'<))
         (before (cl-count-if (lambda (start) (< start (point))) starts))
         (through (cl-count-if (lambda (start) (<= start (point))) starts)))
    (unless starts
      (user-error "No claims"))
    (push-mark nil t)
    (goto-char (nth (mod (if (> count 0)
                             (+ through count -1)
                           (+ before count))
                         (length starts))
                    starts))))

(defun annotate-server-previous-claim (&optional count)
  "Go to where the previous claim begins, or the COUNTth previous one.
From the first claim go on to the last."
  (interactive "p")
  (annotate-server-next-claim (- (or count 1))))

(defun annotate-server-fix (&optional all)
  "Repair what is wrong in the line of point.
Where there are several ways, ask for one.  With prefix argument
ALL, repair all that can be repaired without asking."
  (interactive "P")
  (let* ((start (if all (point-min) (line-beginning-position)))
         (end (if all (point-max) (line-end-position)))
         (actions (cl-remove-if-not
                   (lambda (action) (plist-get action :edit))
                   (annotate-server--actions
                    start end (if all "source.fixAll" "quickfix")))))
    (unless actions
      (user-error "Nothing to repair here"))
    (if all
        (mapc #'annotate-server--act actions)
      (annotate-server--act
       (annotate-server--choose "Repair: " actions (cdr actions))))))

(defun annotate-server-act (start end)
  "Choose one of all the things that can be done from START to END.
That is the region where it is active, otherwise point."
  (interactive (if (use-region-p)
                   (list (region-beginning) (region-end))
                 (list (point) (point))))
  (let ((actions (annotate-server--actions start end nil)))
    (unless actions
      (user-error "Nothing can be done here"))
    (annotate-server--act
     (annotate-server--choose "Do: " actions t))))

(defun annotate-server-rename (name)
  "Give what the name at point means the NAME, wherever it stands."
  (interactive
   (let ((named (annotate-server--request
                 :textDocument/prepareRename
                 (list :position (annotate-server--place (point))))))
     (unless named
       (user-error "No name is here"))
     (list (read-string "New name: " (plist-get named :placeholder)))))
  (annotate-server--apply
   (annotate-server--request
    :textDocument/rename
    (list :position (annotate-server--place (point)) :newName name))))

(defun annotate-server-hints ()
  "Show whom \"he\" means and which day \"Thursday\" is, or no longer."
  (interactive)
  (unless annotate-server--own
    (user-error "Use `eglot-inlay-hints-mode' here"))
  (setq annotate-server--hints (not annotate-server--hints))
  (if annotate-server--hints
      (annotate-server--ask-hints)
    (annotate-server--clear 'annotate-server-hint)))

(defun annotate-server--in-buffers (function)
  "Call FUNCTION in every buffer that has the mode on."
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer
      (when annotate-server-mode (funcall function)))))

;;;; The server

(defclass annotate-server--connection (jsonrpc-process-connection)
  ((ready :initform nil :documentation "Whether it is initialized.")
   (offers :initform nil :documentation "Its capabilities.")
   (stopping :initform nil :documentation "Whether its end is wanted."))
  :documentation "A server for the articles of one workspace.")

(defun annotate-server--server ()
  "Return the server of the buffer's workspace, nil if there is none."
  (cdr (assoc annotate-server--root annotate-server--servers)))

(defun annotate-server--start ()
  "Start a server for the workspace of the buffer, unless there is one."
  (unless (or (not annotate-server--own)
              (assoc annotate-server--root annotate-server--servers))
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
         (process (annotate-server--process name))
         (arguments
          (list :name name
                :process process
                :notification-dispatcher #'annotate-server--receive
                :request-dispatcher #'annotate-server--answer
                :on-shutdown #'annotate-server--ended)))
    (prog1
        ;; The log of all messages would cost more than everything else.
        ;; The library has changed the name of what limits its size.
        (condition-case nil
            (apply #'make-instance 'annotate-server--connection
                   :events-buffer-config '(:size 0) arguments)
          (invalid-slot-name
           (apply #'make-instance 'annotate-server--connection
                  :events-buffer-scrollback-size 0 arguments)))
      (add-function :around (process-filter process)
                    #'annotate-server--at-once))))

(defun annotate-server--at-once (filter process output)
  "Have FILTER read OUTPUT of PROCESS without a stop to collect garbage.
An answer makes so much that reading and drawing would wait for it."
  (let ((gc-cons-threshold (max gc-cons-threshold #x2000000)))
    (funcall filter process output)))

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
             :workspace
             (:applyEdit t
              :workspaceEdit
              (:documentChanges t :resourceOperations ["create"])
              :didChangeWatchedFiles (:dynamicRegistration :json-false))
             :textDocument
             (:publishDiagnostics
              (:versionSupport t)
              :hover (:contentFormat ["plaintext"])
              :documentSymbol (:hierarchicalDocumentSymbolSupport t)
              :codeAction
              (:codeActionLiteralSupport
               (:codeActionKind
                (:valueSet ["quickfix" "refactor" "source.fixAll"])))
              :rename (:prepareSupport t)
              :completion (:completionItem (:snippetSupport :json-false)))
             :experimental (:publishAnnotations t)))
     :success-fn
     (lambda (result)
       (oset server ready t)
       (oset server offers (plist-get result :capabilities))
       (jsonrpc-notify server :initialized (make-hash-table))
       (annotate-server--in-buffers #'annotate-server--send))
     :error-fn
     (jsonrpc-lambda (&key message &allow-other-keys)
       (unless (oref server stopping)
         (message "annotate-server: %s" message))))))

(defun annotate-server--process (name)
  "Start the program as a process of that NAME."
  ;; An answer is long, and must not wait for more to come.
  (let ((process-adaptive-read-buffering nil)
        (read-process-output-max (max read-process-output-max #x10000)))
    (make-process :name name
                  :command annotate-server-command
                  :connection-type 'pipe
                  :coding 'utf-8-emacs-unix
                  :noquery t
                  :stderr (get-buffer-create (format "*%s stderr*" name)))))

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

(defun annotate-server--answer (_connection method parameters)
  "Return the answer to the request METHOD with PARAMETERS of a server."
  (pcase method
    ('workspace/applyEdit
     (condition-case failure
         (progn
           (annotate-server--apply (plist-get parameters :edit))
           (list :applied t))
       (error (list :applied :json-false
                    :failureReason (error-message-string failure)))))
    (_ (jsonrpc-error :code -32601 :message (format "No method %s" method)))))

(defun annotate-server--hand (function result)
  "Call FUNCTION on RESULT in its buffer, unless the text has changed since."
  (annotate-server--in-buffers
   (lambda ()
     (when (and (equal (plist-get result :uri) annotate-server--uri)
                (eql (plist-get result :version) (buffer-chars-modified-tick)))
       (funcall function result)))))

;;;; The text

(defun annotate-server--open ()
  "Open the buffer in the server of its workspace.
Where eglot has it open in the same program, only draw."
  (add-hook 'after-change-functions #'annotate-server--changed nil t)
  (add-hook 'after-revert-hook #'annotate-server--replaced nil t)
  (add-hook 'kill-buffer-hook #'annotate-server--close nil t)
  (add-hook 'change-major-mode-hook #'annotate-server--close nil t)
  (setq annotate-server--own (not (annotate-server--eglot)))
  (if annotate-server--own
      (annotate-server--open-own)
    (annotate-server--later 0)))

(defun annotate-server--open-own ()
  "Open the buffer in a server of this mode's own."
  (setq annotate-server--root (annotate-server--find-root)
        annotate-server--uri
        (if buffer-file-name
            (annotate-server--file-uri buffer-file-name)
          (concat "untitled:" (url-hexify-string (buffer-name)))))
  (add-hook 'after-set-visited-file-name-hook #'annotate-server--renamed nil t)
  (add-hook 'flymake-diagnostic-functions #'annotate-server--flymake nil t)
  (add-hook 'eldoc-documentation-functions #'annotate-server--eldoc nil t)
  (add-hook 'xref-backend-functions #'annotate-server--xref-backend nil t)
  (add-hook 'completion-at-point-functions #'annotate-server--complete nil t)
  (add-function :before-until (local 'imenu-create-index-function)
                #'annotate-server--imenu)
  (eldoc-mode)
  (add-hook 'kill-emacs-hook #'annotate-server-stop)
  (add-hook 'after-save-hook #'annotate-server--saved)
  (annotate-server--start))

(defun annotate-server--close ()
  "Close the buffer in the server, and remove the overlays."
  (remove-hook 'after-change-functions #'annotate-server--changed t)
  (remove-hook 'after-revert-hook #'annotate-server--replaced t)
  (remove-hook 'after-set-visited-file-name-hook #'annotate-server--renamed t)
  (remove-hook 'kill-buffer-hook #'annotate-server--close t)
  (remove-hook 'change-major-mode-hook #'annotate-server--close t)
  (remove-hook 'flymake-diagnostic-functions #'annotate-server--flymake t)
  (remove-hook 'eldoc-documentation-functions #'annotate-server--eldoc t)
  (remove-hook 'xref-backend-functions #'annotate-server--xref-backend t)
  (remove-hook 'completion-at-point-functions #'annotate-server--complete t)
  (remove-function (local 'imenu-create-index-function)
                   #'annotate-server--imenu)
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
  (annotate-server--clear 'annotate-server)
  (annotate-server--clear 'annotate-server-hint))

(defun annotate-server--renamed ()
  "Open the buffer under its new name."
  (annotate-server--close)
  (annotate-server--open))

(defun annotate-server--changed (start end length)
  "Note that LENGTH characters became the text from START to END.
Have the text sent once it rests."
  (let ((head (1- start))
        (tail (- (1+ (buffer-size)) end)))
    (setq annotate-server--kept
          (if annotate-server--kept
              (cons (min head (car annotate-server--kept))
                    (min tail (cdr annotate-server--kept)))
            (cons head tail)))
    (cl-incf annotate-server--growth (- end start length)))
  (annotate-server--touch))

(defun annotate-server--replaced ()
  "Have the whole text sent: nobody has said what has changed."
  (setq annotate-server--kept nil)
  (annotate-server--touch))

(defun annotate-server--touch ()
  "Have the text sent once it rests."
  (annotate-server--later
   (max annotate-server-delay (* 3 annotate-server--cost))))

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
        (tick (buffer-chars-modified-tick))
        (start (float-time)))
    (cond
     ((not annotate-server--own)
      (annotate-server--ask-eglot))
     ((and server
           (oref server ready)
           (not (eql tick annotate-server--sent)))
      (if annotate-server--sent
          (annotate-server--notify
           :textDocument/didChange
           (list :textDocument (list :uri annotate-server--uri :version tick)
                 :contentChanges (vector (annotate-server--change))))
        (setq annotate-server--unit
              (annotate-server--unit (oref server offers)))
        (annotate-server--notify
         :textDocument/didOpen
         (list :textDocument (list :uri annotate-server--uri
                                   :languageId "markdown"
                                   :version tick
                                   :text (annotate-server--text)))))
      (annotate-server--note-sent)
      (setq annotate-server--cost (- (float-time) start))))))

(defun annotate-server--note-sent ()
  "Note that the server has the text of the buffer."
  (setq annotate-server--sent (buffer-chars-modified-tick)
        annotate-server--size (buffer-size)
        annotate-server--breaks (annotate-server--breaks-before nil)
        annotate-server--kept nil
        annotate-server--growth 0))

(defun annotate-server--change ()
  "Return the change between the server's text and that of the buffer.
It is one of whole lines: their columns are the same in every unit."
  (save-excursion
    (save-restriction
      (widen)
      (if (not (and annotate-server--kept
                    (= (buffer-size)
                       (+ annotate-server--size annotate-server--growth))))
          (list :text (annotate-server--text))
        (let* ((start (progn
                        (goto-char (1+ (car annotate-server--kept)))
                        (line-beginning-position)))
               (end (progn
                      (goto-char (- (point-max) (cdr annotate-server--kept)))
                      (line-beginning-position 2)))
               (behind (- (annotate-server--breaks-before nil)
                          (annotate-server--breaks-before end)))
               (whole (and (> end (point)) (eql (char-before end) ?\n))))
          (list
           :range
           (list :start (list :line (annotate-server--breaks-before start)
                              :character 0)
                 :end (list :line (- annotate-server--breaks behind)
                            ;; What is greater than a line is its end.
                            :character (if whole 0 #x7fffffff)))
           :text (annotate-server--text start end)))))))

(defun annotate-server--breaks-before (position)
  "Return the number of line ends before POSITION, nil for all."
  (save-restriction
    (widen)
    (1- (line-number-at-pos (or position (point-max))))))

(defun annotate-server--notify (method parameters)
  "Send METHOD with PARAMETERS to the server of the buffer, if one is up."
  (let ((server (annotate-server--server)))
    (when (and server (oref server ready) (jsonrpc-running-p server))
      (jsonrpc-notify server method parameters))))

(defun annotate-server--request (method parameters)
  "Return the answer to METHOD with PARAMETERS, about the buffer."
  (annotate-server--send)
  (let ((server (annotate-server--server)))
    (unless (and server (oref server ready) (jsonrpc-running-p server))
      (user-error "No server is ready; %s starts one"
                  (substitute-command-keys "\\[annotate-server-restart]")))
    (jsonrpc-request server method (annotate-server--about parameters)
                     :timeout 5)))

(defun annotate-server--about (parameters)
  "Return PARAMETERS with the buffer as what they are about."
  (append (list :textDocument (list :uri annotate-server--uri)) parameters))

(defun annotate-server--unit (capabilities)
  "Return the unit of columns that a server with CAPABILITIES counts in.
It is nil for characters, the unit of Emacs."
  (let ((unit (or (plist-get capabilities :positionEncoding) "utf-16")))
    (unless (equal unit "utf-32") unit)))

(defun annotate-server--capable-p (capability)
  "Say whether CAPABILITY is among those of the buffer's server."
  (let ((server (annotate-server--server)))
    (and server
         (not (memq (plist-get (oref server offers) capability)
                    '(nil :json-false))))))

(defun annotate-server--text (&optional start end)
  "Return the text from START to END, by default all of the buffer.
It is the same character for character, but what is not a character
of Unicode cannot be sent, and a carriage return would end a line
for the server: others take their place."
  (save-restriction
    (widen)
    (let ((text (buffer-substring-no-properties (or start (point-min))
                                                (or end (point-max))))
          (others "[^\0-\xd7ff\xe000-\x10ffff]"))
      (when (string-match-p others text)
        (setq text (replace-regexp-in-string others "\xfffd" text)))
      (if (string-search "\r" text)
          (subst-char-in-string ?\r ?\s text)
        text))))

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

(defun annotate-server--saved ()
  "Tell the servers of their settings, if these are the file of the buffer."
  (when (and buffer-file-name
             (equal (file-name-nondirectory buffer-file-name)
                    ".annotate.json"))
    (annotate-server--tell-file buffer-file-name 2)))

(defun annotate-server--tell-file (file kind)
  "Tell the servers that FILE has changed, or is new where KIND is 1."
  (pcase-dolist (`(,_ . ,server) annotate-server--servers)
    (when (and server (oref server ready) (jsonrpc-running-p server))
      (jsonrpc-notify
       server :workspace/didChangeWatchedFiles
       (list :changes (vector (list :uri (annotate-server--file-uri file)
                                    :type kind)))))))

;;;; The highlights

(defun annotate-server--draw (result)
  "Draw RESULT in the current buffer."
  (let ((start (float-time))
        (lines (annotate-server--lines))
        (old (annotate-server--drawn)))
    (setq annotate-server--claims (plist-get result :claims))
    (cl-loop
     for claim across annotate-server--claims
     do (cl-loop
         for (field . face) in annotate-server--claim-fields
         do (cl-loop
             for range across (plist-get claim field)
             do (annotate-server--add old lines range face))))
    (cl-loop
     for entity across (plist-get result :entities)
     for face = (cdr (assoc (plist-get entity :type) annotate-server--faces))
     when face
     do (annotate-server--add old lines (plist-get entity :range) face))
    (maphash (lambda (_ overlays) (mapc #'delete-overlay overlays)) old)
    (cl-incf annotate-server--cost (- (float-time) start)))
  (when annotate-server--hints (annotate-server--ask-hints)))

(defvar annotate-server--drawn (make-hash-table)
  "The overlays that are drawn, by what is drawn where.
It is filled anew each time, but kept, since making it costs more.")

(defun annotate-server--drawn ()
  "Return the overlays that are drawn, by what is drawn where."
  (let ((drawn (clrhash annotate-server--drawn)))
    (save-restriction
      (widen)
      (dolist (overlay (overlays-in (point-min) (point-max)))
        (when (overlay-get overlay 'annotate-server)
          (push overlay
                (gethash (annotate-server--key
                          (overlay-start overlay) (overlay-end overlay)
                          (overlay-get overlay 'face))
                         drawn)))))
    drawn))

(defun annotate-server--key (start end face)
  "Return a number that stands for FACE from START to END."
  (+ (ash start 32)
     (ash (- end start) 4)
     (get face 'annotate-server-layer)))

(defun annotate-server--add (old lines range face)
  "Have an overlay with FACE on RANGE, given the LINES.
One of OLD that is there already stays, and is taken from OLD.
Most do, and making all anew would cost more than all else."
  (let* ((start (annotate-server--position lines (plist-get range :start)))
         (end (annotate-server--position lines (plist-get range :end)))
         (key (annotate-server--key start end face))
         (same (gethash key old)))
    (if same
        (puthash key (cdr same) old)
      (let ((overlay (make-overlay start end)))
        (overlay-put overlay 'face face)
        (overlay-put overlay 'priority (get face 'annotate-server-layer))
        (overlay-put overlay 'annotate-server t)
        (overlay-put overlay 'evaporate t)))))

(defun annotate-server--clear (mark)
  "Remove the overlays with MARK."
  (save-restriction
    (widen)
    (remove-overlays (point-min) (point-max) mark t)))

(defun annotate-server--ask-hints ()
  "Ask the server for hints, and draw them."
  (let ((server (annotate-server--server))
        (buffer (current-buffer))
        (tick (buffer-chars-modified-tick)))
    (when (and server (oref server ready) (jsonrpc-running-p server))
      (annotate-server--send)
      (jsonrpc-async-request
       server :textDocument/inlayHint
       (annotate-server--about
        (list :range (annotate-server--range (point-min) (point-max))))
       :success-fn
       (lambda (hints)
         (when (buffer-live-p buffer)
           (with-current-buffer buffer
             (when (and annotate-server--hints
                        (eql tick (buffer-chars-modified-tick)))
               (annotate-server--draw-hints hints)))))
       :error-fn #'ignore))))

(defun annotate-server--draw-hints (hints)
  "Draw HINTS in place of those that are there."
  (annotate-server--clear 'annotate-server-hint)
  (let ((lines (annotate-server--lines)))
    (seq-doseq (hint hints)
      (let* ((end (annotate-server--position lines (plist-get hint :position)))
             (overlay (make-overlay (max 1 (1- end)) end)))
        (overlay-put overlay 'annotate-server-hint t)
        (overlay-put overlay 'evaporate t)
        (overlay-put overlay 'after-string
                     (propertize (concat " " (plist-get hint :label))
                                 'face 'annotate-server-hint))))))

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
  (let ((line (plist-get position :line))
        (column (plist-get position :character))
        (end (1+ (buffer-size))))
    (if (>= line (length lines))
        end
      (let ((start (aref lines line)))
        (min end
             (+ start
                (if annotate-server--unit
                    (annotate-server--characters start column)
                  column)))))))

(defun annotate-server--characters (start units)
  "Return how many characters UNITS of the server are, from START on."
  (let ((count 0)
        character)
    (while (and (> units 0)
                (setq character (char-after (+ start count)))
                (/= character ?\n))
      (cl-decf units (annotate-server--width character))
      (cl-incf count))
    count))

(defun annotate-server--width (character)
  "Return how many units of the server CHARACTER is."
  (pcase annotate-server--unit
    ('nil 1)
    ("utf-16" (if (< character #x10000) 1 2))
    (_ (cond ((< character #x80) 1)
             ((< character #x800) 2)
             ((< character #x10000) 3)
             (t 4)))))

(defun annotate-server--range (start end)
  "Return the server's range from START to END."
  (list :start (annotate-server--place start)
        :end (annotate-server--place end)))

(defun annotate-server--place (position)
  "Return POSITION as the server has it."
  (save-excursion
    (save-restriction
      (widen)
      (goto-char position)
      (let ((start (line-beginning-position)))
        (list :line (1- (line-number-at-pos))
              :character
              (if annotate-server--unit
                  (cl-loop for place from start below position
                           sum (annotate-server--width (char-after place)))
                (- position start)))))))

(defun annotate-server--claim-start (lines claim)
  "Return where CLAIM begins, given the LINES."
  (cl-loop for field in '(:source :cue :content)
           minimize (cl-loop for range across (plist-get claim field)
                             minimize (annotate-server--position
                                       lines (plist-get range :start))
                             into start
                             finally return (or start most-positive-fixnum))))

(defun annotate-server--quote (lines ranges)
  "Return the text of RANGES on one line, given the LINES."
  (mapconcat (lambda (range) (annotate-server--string lines range))
             ranges " ... "))

(defun annotate-server--string (lines range)
  "Return the text of RANGE, given the LINES, with spaces for line ends."
  (save-restriction
    (widen)
    (string-replace
     "\n" " "
     (buffer-substring-no-properties
      (annotate-server--position lines (plist-get range :start))
      (annotate-server--position lines (plist-get range :end))))))

;;;; The list of claims

(defvar-local annotate-server--article nil
  "The buffer whose claims are listed.")

(defvar annotate-server-claims-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "RET") #'annotate-server-claims-visit)
    (define-key map (kbd "n") #'next-line)
    (define-key map (kbd "p") #'previous-line)
    map)
  "The keys in the list of claims.")

(define-derived-mode annotate-server-claims-mode tabulated-list-mode "Claims"
  "The mode of the list of claims."
  (setq tabulated-list-format
        [("Line" 5 (lambda (one other) (< (car one) (car other)))
          :right-align t)
         ("Source" 28 t)
         ("Cue" 16 t)
         ("Content" 0 nil)]
        tabulated-list-padding 1
        tabulated-list-entries #'annotate-server--claim-entries)
  (tabulated-list-init-header))

;;;###autoload
(defun annotate-server-claims ()
  "List who said what in the current buffer.
In the list, RET goes to a claim, and g lists the claims anew."
  (interactive)
  (unless annotate-server-mode
    (user-error "Turn on annotate-server-mode first"))
  (let ((article (current-buffer)))
    (with-current-buffer
        (get-buffer-create (format "*claims of %s*" (buffer-name)))
      (annotate-server-claims-mode)
      (setq annotate-server--article article)
      (tabulated-list-print)
      (goto-char (point-min))
      (display-buffer (current-buffer)))))

(defun annotate-server-claims-visit ()
  "Go to the claim of this line."
  (interactive)
  (let ((position (or (tabulated-list-get-id) (user-error "No claim here")))
        (article annotate-server--article))
    (unless (buffer-live-p article)
      (user-error "The article is closed"))
    (pop-to-buffer article)
    (goto-char position)))

(defun annotate-server--claim-entries ()
  "Return the claims of the article as entries of a tabulated list."
  (when (buffer-live-p annotate-server--article)
    (with-current-buffer annotate-server--article
      (let ((lines (annotate-server--lines)))
        (mapcar
         (lambda (claim)
           (let ((start (annotate-server--claim-start lines claim)))
             (list start
                   (vconcat
                    (list (number-to-string (line-number-at-pos start t)))
                    (mapcar (lambda (field)
                              (annotate-server--quote
                               lines (plist-get claim field)))
                            '(:source :cue :content))))))
         annotate-server--claims)))))

;;;; ElDoc, Imenu, Xref and completion

(defun annotate-server--eldoc (show &rest _)
  "Call SHOW with what is known of the entity and the claim at point."
  (let ((server (annotate-server--server))
        (buffer (current-buffer)))
    (when (and server
               (oref server ready)
               (jsonrpc-running-p server)
               (eql annotate-server--sent (buffer-chars-modified-tick)))
      (jsonrpc-async-request
       server :textDocument/hover
       (annotate-server--about
        (list :position (annotate-server--place (point))))
       :success-fn
       (lambda (hover)
         (when (buffer-live-p buffer)
           (with-current-buffer buffer
             (funcall show (plist-get (plist-get hover :contents) :value)))))
       :error-fn #'ignore)
      t)))

(defun annotate-server--imenu ()
  "Return the title, the sections and the claims as Imenu has them."
  (annotate-server--index
   (annotate-server--lines)
   (annotate-server--request :textDocument/documentSymbol nil)))

(defun annotate-server--index (lines symbols)
  "Return SYMBOLS as Imenu has them, given the LINES."
  (mapcar
   (lambda (symbol)
     (let* ((name (plist-get symbol :name))
            (children (plist-get symbol :children))
            (place (annotate-server--position
                    lines
                    (plist-get (plist-get symbol :selectionRange) :start)))
            (entry (cons name place)))
       (if (seq-empty-p children)
           entry
         (cons name (cons entry (annotate-server--index lines children))))))
   symbols))

(defun annotate-server--xref-backend ()
  "Return the backend of Xref for articles."
  'annotate-server)

(cl-defmethod xref-backend-identifier-at-point ((_ (eql annotate-server)))
  "Return the word at point, for show; the place of point counts."
  (or (thing-at-point 'word t) ""))

(cl-defmethod xref-backend-definitions ((_ (eql annotate-server)) _identifier)
  "Return where the entity at point is introduced."
  (annotate-server--xrefs :textDocument/definition nil))

(cl-defmethod xref-backend-references ((_ (eql annotate-server)) _identifier)
  "Return all mentions of the entity at point."
  (annotate-server--xrefs :textDocument/references
                          '(:context (:includeDeclaration t))))

(cl-defmethod xref-backend-identifier-completion-table
  ((_ (eql annotate-server)))
  "Return nothing: entities are found by their places, not by their names."
  nil)

(defun annotate-server--xrefs (method parameters)
  "Return the places that METHOD with PARAMETERS gives for point."
  (let* ((place (annotate-server--place (point)))
         (found (annotate-server--request
                 method (append (list :position place) parameters)))
         (lines (annotate-server--lines)))
    (mapcar
     (lambda (location)
       (let ((start (annotate-server--position
                     lines (plist-get (plist-get location :range) :start))))
         (save-excursion
           (goto-char start)
           (xref-make (string-trim (thing-at-point 'line t))
                      (xref-make-buffer-location (current-buffer) start)))))
     (if (vectorp found) found (and found (vector found))))))

;; A surname may stand for a full name, which no style of completion
;; that looks at beginnings alone would find.
(add-to-list 'completion-category-defaults
             '(annotate-server (styles basic substring)))

(defun annotate-server--complete ()
  "Complete the name before point, as `completion-at-point' wants it."
  (let ((server (annotate-server--server)))
    (when (and server
               (oref server ready)
               (jsonrpc-running-p server)
               (memq (char-syntax (or (char-before) ?\s)) '(?w ?_)))
      (let* ((answer (annotate-server--request
                      :textDocument/completion
                      (list :position (annotate-server--place (point)))))
             (lines (annotate-server--lines))
             (items
              (mapcar
               (lambda (item)
                 (let* ((edit (plist-get item :textEdit))
                        (range (plist-get edit :range)))
                   (list (annotate-server--position
                          lines (plist-get range :start))
                         (plist-get edit :newText)
                         (plist-get item :detail))))
               (if (vectorp answer) answer (plist-get answer :items))))
             (start (apply #'min (point) (mapcar #'car items)))
             (details (make-hash-table :test #'equal))
             (names
              (mapcar
               (pcase-lambda (`(,from ,name ,detail))
                 ;; Some replace one word, others several.
                 (let ((name (concat (buffer-substring-no-properties start from)
                                     name)))
                   (puthash name detail details)
                   name))
               items)))
        (when names
          (list start (point)
                (lambda (string predicate action)
                  (let ((completion-ignore-case t))
                    (if (eq action 'metadata)
                        '(metadata (category . annotate-server))
                      (complete-with-action action names string predicate))))
                :annotation-function
                (lambda (name)
                  (concat "  " (gethash name details)))))))))

;;;; Actions and edits

(defun annotate-server--actions (start end kind)
  "Return what can be done from START to END, a list.
With KIND, only what is of that kind."
  (unless annotate-server--own
    (user-error "Use `eglot-code-actions' here"))
  (unless (annotate-server--capable-p :codeActionProvider)
    (user-error "This server offers no actions"))
  (let* ((tick (buffer-chars-modified-tick))
         (findings (annotate-server--findings-in start end))
         (actions (annotate-server--request
                   :textDocument/codeAction
                   (list :range (annotate-server--range start end)
                         :context
                         (append (list :diagnostics findings)
                                 (and kind (list :only (vector kind))))))))
    (unless (eql tick (buffer-chars-modified-tick))
      (user-error "The text has changed meanwhile"))
    (append actions nil)))

(defun annotate-server--choose (prompt actions ask)
  "Return one of ACTIONS, with PROMPT if ASK is non-nil, or the first."
  (if (not ask)
      (car actions)
    (let* ((titles (mapcar (lambda (action) (plist-get action :title)) actions))
           (title (completing-read prompt titles nil t nil nil (car titles))))
      (nth (or (cl-position title titles :test #'equal) 0) actions))))

(defun annotate-server--act (action)
  "Do ACTION: make its edits, and have the server carry out its command."
  (let ((edit (plist-get action :edit))
        (command (plist-get action :command))
        (server (annotate-server--server)))
    (when edit (annotate-server--apply edit))
    (when command
      ;; An action of the oldest kind is itself a command.
      (when (stringp command) (setq command action))
      ;; The server may ask for edits before it answers.
      (jsonrpc-async-request
       server :workspace/executeCommand
       (list :command (plist-get command :command)
             :arguments (or (plist-get command :arguments) []))
       :success-fn #'ignore
       :error-fn
       (jsonrpc-lambda (&key message &allow-other-keys)
         (message "annotate-server: %s" message))))))

(defun annotate-server--findings-in (start end)
  "Return the findings between START and END, a vector."
  (let ((lines (annotate-server--lines)))
    (vconcat
     (cl-remove-if-not
      (lambda (finding)
        (let ((range (plist-get finding :range)))
          (and (<= (annotate-server--position lines (plist-get range :start))
                   end)
               (>= (annotate-server--position lines (plist-get range :end))
                   start))))
      annotate-server--findings))))

(defun annotate-server--apply (edit)
  "Carry out EDIT, in one file or several."
  (let ((changes (plist-get edit :documentChanges)))
    (if changes
        (seq-doseq (change changes)
          (pcase (plist-get change :kind)
            ('nil
             (let ((document (plist-get change :textDocument)))
               (annotate-server--edit (plist-get document :uri)
                                      (plist-get document :version)
                                      (plist-get change :edits))))
            ("create" (annotate-server--create change))
            (kind (error "Cannot %s files" kind))))
      (cl-loop for (uri edits) on (plist-get edit :changes) by #'cddr
               do (annotate-server--edit (substring (symbol-name uri) 1)
                                         nil edits)))))

(defun annotate-server--edit (uri version edits)
  "Make EDITS in the document URI, which must be of VERSION if that is known.
What no buffer visits is changed on disk."
  (let* ((file (annotate-server--uri-file uri))
         (buffer (or (cl-find-if
                      (lambda (buffer)
                        (and (buffer-local-value 'annotate-server-mode buffer)
                             (equal (buffer-local-value 'annotate-server--uri
                                                        buffer)
                                    uri)))
                      (buffer-list))
                     (and file (find-buffer-visiting file)))))
    (cond
     (buffer
      (with-current-buffer buffer
        (when (and version annotate-server--sent
                   (not (eql version (buffer-chars-modified-tick))))
          (error "The text has changed meanwhile"))
        (annotate-server--change-text edits)))
     (file
      (with-temp-buffer
        (when (file-exists-p file)
          (let ((coding-system-for-read 'utf-8-unix))
            (insert-file-contents file)))
        (annotate-server--change-text edits)
        (let ((coding-system-for-write 'utf-8-unix))
          (write-region nil nil file nil 'silent)))
      (annotate-server--tell-file file 2))
     (t (error "No file is at %s" uri)))))

(defun annotate-server--create (change)
  "Create the file of CHANGE, which has options."
  (let ((file (annotate-server--uri-file (plist-get change :uri)))
        (options (plist-get change :options)))
    (when (and (file-exists-p file)
               (memq (plist-get options :overwrite) '(nil :json-false))
               (memq (plist-get options :ignoreIfExists) '(nil :json-false)))
      (error "%s exists" file))
    (unless (and (file-exists-p file)
                 (memq (plist-get options :overwrite) '(nil :json-false)))
      (make-directory (file-name-directory file) t)
      (write-region "" nil file nil 'silent)
      (annotate-server--tell-file file 1))))

(defun annotate-server--uri-file (uri)
  "Return the file at URI, nil where that is none."
  (and (string-prefix-p "file://" uri)
       (decode-coding-string
        (url-unhex-string (substring uri (length "file://"))) 'utf-8)))

(defun annotate-server--change-text (edits)
  "Make EDITS in the buffer, as a single step."
  (let* ((lines (annotate-server--lines))
         ;; Markers stay with the text while the edits are made, and of
         ;; insertions at one place the first comes first.
         (places (mapcar
                  (lambda (edit)
                    (let ((range (plist-get edit :range)))
                      (list (copy-marker (annotate-server--position
                                          lines (plist-get range :start)))
                            (copy-marker (annotate-server--position
                                          lines (plist-get range :end)))
                            (plist-get edit :newText))))
                  edits)))
    (atomic-change-group
      (save-excursion
        (save-restriction
          (widen)
          (pcase-dolist (`(,start ,end ,words) (reverse places))
            (goto-char start)
            (delete-region start end)
            (insert words)
            (set-marker start nil)
            (set-marker end nil)))))))

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

;;;; With eglot

(declare-function eglot-current-server "ext:eglot")
(declare-function eglot-managed-p "ext:eglot")
(declare-function eglot--capabilities "ext:eglot")
(declare-function eglot--signal-textDocument/didChange "ext:eglot")
(declare-function eglot--TextDocumentIdentifier "ext:eglot")
(defvar eglot-server-programs)

;;;###autoload
(defun annotate-server-setup-eglot (&rest modes)
  "Have eglot run the server in MODES, and draw its findings.
Without MODES, in `markdown-mode' and `text-mode'."
  (with-eval-after-load 'eglot
    (dolist (mode (or modes '(text-mode markdown-mode)))
      (push (cons mode annotate-server-command) eglot-server-programs))
    (add-hook 'eglot-managed-mode-hook #'annotate-server--managed)))

(defun annotate-server--managed ()
  "Draw in a buffer that eglot has opened in the server, or no longer."
  (when annotate-server-mode (annotate-server-mode -1))
  (when (annotate-server--eglot) (annotate-server-mode)))

(defun annotate-server--eglot ()
  "Return eglot's server of the buffer, if it is annotate-server."
  (let ((server (and (fboundp 'eglot-managed-p)
                     (eglot-managed-p)
                     (eglot-current-server))))
    (and server
         (jsonrpc-running-p server)
         (plist-get (plist-get (eglot--capabilities server) :experimental)
                    :annotations)
         server)))

(defun annotate-server--ask-eglot ()
  "Ask eglot's server for the annotations of the buffer, and draw them."
  (when-let* ((server (annotate-server--eglot))
              (buffer (current-buffer))
              (tick (buffer-chars-modified-tick))
              (offers (eglot--capabilities server)))
    (setq annotate-server--unit (annotate-server--unit offers))
    ;; Eglot alone would tell the server of changes after half a second.
    (eglot--signal-textDocument/didChange)
    (jsonrpc-async-request
     server :textDocument/annotations
     (list :textDocument (eglot--TextDocumentIdentifier))
     :success-fn
     (lambda (result)
       (when (buffer-live-p buffer)
         (with-current-buffer buffer
           (when (and annotate-server-mode
                      (eql tick (buffer-chars-modified-tick)))
             (setq annotate-server--cost 0)
             (annotate-server--draw result)))))
     :error-fn #'ignore)))

;;;; With lsp-mode

(declare-function lsp-register-client "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")
(defvar lsp-language-id-configuration)
(defvar lsp-semantic-token-faces)
(defvar lsp-semantic-tokens-enable)

(defconst annotate-server--token-faces
  '(("person" . annotate-server-person)
    ("organization" . annotate-server-organization)
    ("place" . annotate-server-place)
    ("group" . annotate-server-group)
    ("event" . annotate-server-event)
    ("work" . annotate-server-work)
    ("product" . annotate-server-product)
    ("date" . annotate-server-date)
    ("quantity" . annotate-server-quantity)
    ("role" . annotate-server-role)
    ("claimCue" . annotate-server-claim-cue)
    ("claimSource" . annotate-server-claim-source)
    ("claimContent" . annotate-server-claim-content))
  "The faces of the server's own types of semantic token.")

;;;###autoload
(defun annotate-server-setup-lsp-mode ()
  "Have lsp-mode run the server, and draw its tokens in these faces."
  (with-eval-after-load 'lsp-mode
    (require 'lsp-semantic-tokens)
    (setq lsp-semantic-tokens-enable t)
    ;; The server uses its own types for a client that lists them.
    (setq lsp-semantic-token-faces
          (append annotate-server--token-faces lsp-semantic-token-faces))
    (dolist (language '((markdown-mode . "markdown") (text-mode . "plaintext")))
      (add-to-list 'lsp-language-id-configuration language t))
    (lsp-register-client
     (make-lsp-client
      :new-connection (lsp-stdio-connection (lambda () annotate-server-command))
      :major-modes '(markdown-mode gfm-mode text-mode)
      :add-on? t
      :server-id 'annotate-server
      ;; Lsp-mode counts characters, whatever is agreed on.
      :initialization-options
      (lambda ()
        (append annotate-server-options
                '(:positionEncoding "utf-32"
                  :semanticTokens (:names "own"))))))))

(provide 'annotate-server)
;;; annotate-server.el ends here
