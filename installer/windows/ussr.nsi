; Installs USSR for the person who runs it: no administrator is asked for, nothing outside the own folders is written.
; `python -m installer.build setup` calls it as
;   makensis -DVERSION=... -DPAYLOAD=folder -DKILOBYTES=... -DLISTS=folder -DICON=file -DOUT=file ussr.nsi
; LISTS holds two files made of the payload and of the formats that the program reads: removing.nsh names every file to
; be removed, so that nothing else in the folder is touched, and suffixes.nsh every suffix that is offered.

Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include MUI2.nsh
!include x64.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define PRODUCT "USSR"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\USSR"
!define CLASS "USSR.Scan"
!define CLASSES "Software\Classes"

Name "${PRODUCT} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\USSR"
InstallDirRegKey HKCU "Software\USSR" "Folder"
BrandingText "Research and teaching; not for diagnosis"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "USSR"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Sets up USSR"
VIAddVersionKey "LegalCopyright" "The USSR authors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\ussr.exe"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString KEPT ${LANG_ENGLISH} "Your runs, models and settings stay in your own folders:"
LangString KEPT ${LANG_FRENCH} "Vos calculs, modèles et réglages restent dans vos dossiers :"
LangString OLD ${LANG_ENGLISH} "USSR needs Windows 10 or newer, 64 bit."
LangString OLD ${LANG_FRENCH} "USSR demande Windows 10 ou plus récent, 64 bits."
LangString FULL ${LANG_ENGLISH} "There are other files in this folder. Choose an empty one."
LangString FULL ${LANG_FRENCH} "Ce dossier contient d'autres fichiers. Choisissez-en un vide."

!macro OFFER SUFFIX
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\Applications\ussr.exe\SupportedTypes" "${SUFFIX}" ""
!macroend
!macro WITHDRAW SUFFIX
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
!macroend
!macro TELL_DESKTOP
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; Of an earlier version nothing stays; a folder with other things in it is not taken.
Function Clear
  ReadRegStr $0 HKCU "${KEY}" "UninstallString"
  ${If} $0 != ""
    ReadRegStr $1 HKCU "Software\USSR" "Folder"
    ExecWait '$0 /S _?=$1'
    Delete "$1\uninstall.exe"
    RMDir "$1"
  ${EndIf}
  ${DirState} "$INSTDIR" $2
  ${If} $2 == 1
    MessageBox MB_OK|MB_ICONSTOP "$(FULL)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Section "USSR"
  SectionIn RO
  Call Clear
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\USSR.lnk" "$INSTDIR\ussr.exe"

  WriteRegStr HKCU "Software\USSR" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "DisplayName" "USSR"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\ussr.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The USSR authors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1

  ; Offered under "Open with"; what opens these files by a double click stays the person's choice.
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "Ultrasound scan"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\ussr.exe,0"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\ussr.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\ussr.exe" "FriendlyAppName" "USSR"
  WriteRegStr HKCU "${CLASSES}\Applications\ussr.exe\shell\open\command" "" '"$INSTDIR\ussr.exe" "%1"'
  !define EACH OFFER
  !include "${LISTS}\suffixes.nsh"
  !undef EACH
  !insertmacro TELL_DESKTOP
SectionEnd

Section "Uninstall"
  !include "${LISTS}\removing.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\USSR.lnk"
  !define EACH WITHDRAW
  !include "${LISTS}\suffixes.nsh"
  !undef EACH
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
  DeleteRegKey HKCU "${CLASSES}\Applications\ussr.exe"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\USSR"
  !insertmacro TELL_DESKTOP
  DetailPrint "$(KEPT) $LOCALAPPDATA\ussr"
SectionEnd
