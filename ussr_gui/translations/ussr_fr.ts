<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ussr</name>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>% of pixels</source>
        <translation>% des pixels</translation>
    </message>
    <message numerus="yes">
        <source>%n actions have keys of your own. Shall all have the usual ones?</source>
        <translation><numerusform>%n action a des touches choisies par vous. Lui rendre les touches habituelles ?</numerusform><numerusform>%n actions ont des touches choisies par vous. Leur rendre les touches habituelles ?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation><numerusform>%n cellule</numerusform><numerusform>%n cellules</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cells failed; Start tries those again.</source>
        <translation><numerusform>%n cellule a échoué ; Démarrer la réessaie.</numerusform><numerusform>%n cellules ont échoué ; Démarrer les réessaie.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files of your queue still wait to be enlarged.</source>
        <translation><numerusform>%n fichier de votre file d’attente reste à agrandir.</numerusform><numerusform>%n fichiers de votre file d’attente restent à agrandir.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n frames.</source>
        <translation><numerusform>%n image.</numerusform><numerusform>%n images.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n levels</source>
        <translation><numerusform>%n niveau</numerusform><numerusform>%n niveaux</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n maps follow as further pages.</source>
        <translation><numerusform>%n carte suit en page supplémentaire.</numerusform><numerusform>%n cartes suivent en pages supplémentaires.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n methods are in the race; {waiting} wait</source>
        <translation><numerusform>%n méthode est dans la course ; {waiting} en attente</numerusform><numerusform>%n méthodes sont dans la course ; {waiting} en attente</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pairs, about {minutes} min</source>
        <translation><numerusform>%n paire, environ {minutes} min</numerusform><numerusform>%n paires, environ {minutes} min</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n regions drawn.</source>
        <translation><numerusform>%n région dessinée.</numerusform><numerusform>%n régions dessinées.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n regions, {share:.1f} % of the scan.</source>
        <translation><numerusform>%n région, {share:.1f} % de l’échographie.</numerusform><numerusform>%n régions, {share:.1f} % de l’échographie.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n scans</source>
        <translation><numerusform>%n échographie</numerusform><numerusform>%n échographies</numerusform></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Éd&amp;ition</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Mesure</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entraînement</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vue</translation>
    </message>
    <message>
        <source>0 % is bicubic interpolation, 100 % the method's own picture</source>
        <translation>0 % est l’interpolation bicubique, 100 % l’image propre à la méthode</translation>
    </message>
    <message>
        <source>0 % is bicubic, 100 % the method's own picture. The value is written into every export.</source>
        <translation>0 % est le bicubique, 100 % l’image propre à la méthode. La valeur est inscrite dans chaque export.</translation>
    </message>
    <message>
        <source>0 of 0</source>
        <translation>0 sur 0</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>1 · bicubic</source>
        <translation>1 · bicubique</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>16 bit keeps every level that the method made</source>
        <translation>16 bits gardent chaque niveau produit par la méthode</translation>
    </message>
    <message>
        <source>2 hours</source>
        <translation>2 heures</translation>
    </message>
    <message>
        <source>2 · Lanczos, diffusion, speckle</source>
        <translation>2 · Lanczos, diffusion, speckle</translation>
    </message>
    <message>
        <source>2-D spectrum</source>
        <translation>Spectre 2-D</translation>
    </message>
    <message>
        <source>20 log10 of mean of the target over mean of the background</source>
        <translation>20 log10 de la moyenne de la cible sur celle du fond</translation>
    </message>
    <message>
        <source>3 min</source>
        <translation>3 min</translation>
    </message>
    <message>
        <source>3 · Lanczos, Gauss, speckle</source>
        <translation>3 · Lanczos, Gauss, speckle</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>4.0 mm apart</source>
        <translation>écart 4.0 mm</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Intervalle à 95 %</translation>
    </message>
    <message>
        <source>; </source>
        <translation> ; </translation>
    </message>
    <message>
        <source>A PDF and one HTML page: facts of the scan, scores, crops, differences, curves, what was found, measurements and plans of its runs. Nothing of the file's own data on a patient is told, but words that stand in the picture stay in it. “{research_use}” is on every page.</source>
        <translation>Un PDF et une page HTML : données de l’échographie, scores, recadrages, différences, courbes, ce qui a été trouvé, mesures et plans de ses calculs. Rien des données du fichier sur un patient n’est donné, mais les mots qui figurent dans l’image y restent. « {research_use} » figure sur chaque page.</translation>
    </message>
    <message>
        <source>A benchmark goes on; wait for it or stop it.</source>
        <translation>Un banc d’essai est en cours ; attendez-le ou arrêtez-le.</translation>
    </message>
    <message>
        <source>A clean scan</source>
        <translation>Une échographie propre</translation>
    </message>
    <message>
        <source>A clip is being written; wait for it or stop it.</source>
        <translation>Une séquence est en cours d’écriture ; attendez ou arrêtez l’écriture.</translation>
    </message>
    <message>
        <source>A clip is enlarged as it is: choose the task “Enlarge as is”</source>
        <translation>Une séquence s’agrandit telle quelle : choisissez la tâche « Agrandir »</translation>
    </message>
    <message>
        <source>A fetch of weights goes on; wait for it or stop it.</source>
        <translation>Un téléchargement de poids est en cours ; attendez-le ou arrêtez-le.</translation>
    </message>
    <message>
        <source>A lesson</source>
        <translation>Une leçon</translation>
    </message>
    <message>
        <source>A lesson shows pictures step by step, and asks. It needs no training and no graphics card.</source>
        <translation>Une leçon montre des images pas à pas, et interroge. Elle ne demande ni apprentissage ni carte graphique.</translation>
    </message>
    <message>
        <source>A noisy scan</source>
        <translation>Une échographie bruitée</translation>
    </message>
    <message>
        <source>A number stands for a scan that is not open: names of files are not kept</source>
        <translation>Un numéro désigne une échographie qui n’est pas ouverte : les noms de fichiers ne sont pas gardés</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>Un quart</translation>
    </message>
    <message>
        <source>A run goes on: wait for its end, or cancel it</source>
        <translation>Un calcul est en cours : attendez sa fin, ou abandonnez-le</translation>
    </message>
    <message>
        <source>A run goes on; wait for it or cancel it.</source>
        <translation>Un calcul est en cours ; attendez-le ou abandonnez-le.</translation>
    </message>
    <message>
        <source>A run has begun meanwhile: open the session when it has ended.</source>
        <translation>Un calcul a commencé entre-temps : ouvrez la session quand il sera terminé.</translation>
    </message>
    <message>
        <source>A runner that takes longer finishes at once, with the best it has</source>
        <translation>Un concurrent plus lent termine aussitôt, avec le meilleur qu’il a</translation>
    </message>
    <message>
        <source>A small network learns from the scan's own patterns, large and small.</source>
        <translation>Un petit réseau apprend des motifs mêmes de l’échographie, grands et petits.</translation>
    </message>
    <message>
        <source>A video is lossy and has no place for millimetres: for showing, not for measuring.</source>
        <translation>Une vidéo est avec perte et n’a pas de place pour les millimètres : pour montrer, pas pour mesurer.</translation>
    </message>
    <message>
        <source>A wavelet U-Net at a quarter of its width, trained on this scan.</source>
        <translation>Un U-Net d’ondelettes au quart de sa largeur, entraîné sur cette échographie.</translation>
    </message>
    <message>
        <source>A wavelet U-Net that you trained on other scans (ussr-engine train).</source>
        <translation>Un U-Net d’ondelettes que vous avez entraîné sur d’autres échographies (ussr-engine train).</translation>
    </message>
    <message>
        <source>About USSR</source>
        <translation>À propos d’USSR</translation>
    </message>
    <message>
        <source>About and diagnostics</source>
        <translation>À propos et diagnostic</translation>
    </message>
    <message>
        <source>Above next</source>
        <translation>Au-dessus du suivant</translation>
    </message>
    <message>
        <source>Absolute difference</source>
        <translation>Différence absolue</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Add a folder of scans.</source>
        <translation>Ajoutez un dossier d’échographies.</translation>
    </message>
    <message>
        <source>Add a folder to the queue</source>
        <translation>Ajouter un dossier à la file d’attente</translation>
    </message>
    <message>
        <source>Add a picture to compare</source>
        <translation>Ajouter une image à comparer</translation>
    </message>
    <message>
        <source>Add all without weights</source>
        <translation>Toutes sans poids</translation>
    </message>
    <message>
        <source>Add files to the queue</source>
        <translation>Ajouter des fichiers à la file d’attente</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add keys…</source>
        <translation>Ajouter des touches…</translation>
    </message>
    <message>
        <source>Add picture from file…</source>
        <translation>Ajouter une image d’un fichier…</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Ajouter l’étape</translation>
    </message>
    <message>
        <source>Add the quick four</source>
        <translation>Les quatre rapides</translation>
    </message>
    <message>
        <source>Add to race</source>
        <translation>Faire courir</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message numerus="yes">
        <source>Advanced, %n more</source>
        <translation><numerusform>Avancé, %n de plus</numerusform><numerusform>Avancé, %n de plus</numerusform></translation>
    </message>
    <message>
        <source>Against the truth</source>
        <translation>Par rapport à la vérité</translation>
    </message>
    <message>
        <source>Against the truth, so far</source>
        <translation>Par rapport à la vérité, jusqu’ici</translation>
    </message>
    <message>
        <source>Against what is known, in mm</source>
        <translation>Par rapport à ce qui est connu, en mm</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Concorde</translation>
    </message>
    <message>
        <source>AlexNet, for LPIPS</source>
        <translation>AlexNet, pour LPIPS</translation>
    </message>
    <message>
        <source>All actions have their usual keys.</source>
        <translation>Toutes les actions ont leurs touches habituelles.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>All panes are linked</source>
        <translation>Tous les volets sont liés</translation>
    </message>
    <message>
        <source>All scans</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>All scans ({kinds})</source>
        <translation>Toutes les échographies ({kinds})</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>États</translation>
    </message>
    <message>
        <source>All {frames} frames, {label}</source>
        <translation>Les {frames} images, {label}</translation>
    </message>
    <message>
        <source>Already in the race</source>
        <translation>Déjà dans la course</translation>
    </message>
    <message>
        <source>Alt held</source>
        <translation>Alt maintenue</translation>
    </message>
    <message>
        <source>An angle is the same on every output.</source>
        <translation>Un angle est le même sur chaque image.</translation>
    </message>
    <message>
        <source>An enlarged picture can show detail that is not in the body, and can lose detail that is. Smaller pixels are not finer resolution. Measure and report on the original scan.</source>
        <translation>Une image agrandie peut montrer des détails absents du corps, et peut perdre des détails présents. Des pixels plus petits ne sont pas une résolution plus fine. Mesurez et rédigez vos comptes rendus sur l’échographie d’origine.</translation>
    </message>
    <message>
        <source>An enlarged picture whose finer detail was learnt from this scan alone, or from the method's own training when its card says so. Shrunk again it gives back the scan, as closely as the method promises.</source>
        <translation>Une image agrandie dont le détail plus fin a été appris de cette seule échographie, ou de l’entraînement propre à la méthode quand sa fiche le dit. Réduite à nouveau, elle redonne l’échographie, aussi fidèlement que la méthode le promet.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Autre fichier</translation>
    </message>
    <message>
        <source>Answer the last pair once more (Backspace)</source>
        <translation>Répondre à nouveau à la dernière paire (Retour arrière)</translation>
    </message>
    <message>
        <source>Answers, one a line</source>
        <translation>Réponses, une par ligne</translation>
    </message>
    <message>
        <source>Any network of your own that was trained on other scans.</source>
        <translation>N’importe lequel de vos réseaux entraîné sur d’autres échographies.</translation>
    </message>
    <message>
        <source>Any of these pictures may be super-resolved.</source>
        <translation>Chacune de ces images peut être super-résolue.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Aire</translation>
    </message>
    <message>
        <source>Area of the target</source>
        <translation>Aire de la cible</translation>
    </message>
    <message>
        <source>Area, ellipse</source>
        <translation>Aire, ellipse</translation>
    </message>
    <message>
        <source>Area, polygon</source>
        <translation>Aire, polygone</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>Arrow keys move the curtain; with Shift faster.</source>
        <translation>Les flèches déplacent le rideau ; plus vite avec Maj.</translation>
    </message>
    <message>
        <source>As a yardstick of history beside other networks.</source>
        <translation>Comme étalon historique à côté d’autres réseaux.</translation>
    </message>
    <message>
        <source>As in Method</source>
        <translation>Méthode choisie</translation>
    </message>
    <message>
        <source>As its card says.</source>
        <translation>Comme le dit sa fiche.</translation>
    </message>
    <message>
        <source>As its card says; no better than what it was trained on.</source>
        <translation>Comme le dit sa fiche ; pas mieux que ce dont elle a appris.</translation>
    </message>
    <message>
        <source>As the study measured</source>
        <translation>Comme l’étude a mesuré</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Demander à nouveau</translation>
    </message>
    <message>
        <source>Ask once which release is the newest; without this click nothing is asked</source>
        <translation>Demander une fois quelle version est la plus récente ; sans ce clic, rien n’est demandé</translation>
    </message>
    <message>
        <source>Asked once, by your click: {address}</source>
        <translation>Demandé une fois, par votre clic : {address}</translation>
    </message>
    <message>
        <source>Asking the publisher…</source>
        <translation>Interrogation de l’éditeur…</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Demande en cours…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic: {words}</source>
        <translation>Automatique : {words}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Backspace takes the last corner back</source>
        <translation>Retour arrière reprend le dernier sommet</translation>
    </message>
    <message>
        <source>Bad at</source>
        <translation>Faible en</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Recommencer à la fin</translation>
    </message>
    <message>
        <source>Begin to record a lesson, with a scan in the panes</source>
        <translation>Commencez à enregistrer une leçon, avec une échographie dans les volets</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Banc d’essai</translation>
    </message>
    <message>
        <source>Benchmark…</source>
        <translation>Banc d’essai…</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleur</translation>
    </message>
    <message>
        <source>Beyond that the oldest runs go that are neither starred nor unfinished</source>
        <translation>Au-delà disparaissent les plus anciens calculs, sauf ceux qui ont une étoile ou sont inachevés</translation>
    </message>
    <message>
        <source>Bicubic ×{scale}</source>
        <translation>Bicubique ×{scale}</translation>
    </message>
    <message>
        <source>Black outside the ultrasound regions</source>
        <translation>Noircir hors des régions échographiques</translation>
    </message>
    <message>
        <source>Blind reading</source>
        <translation>Lecture en aveugle</translation>
    </message>
    <message>
        <source>Blind reading left at {reached}; Compare › Blind reading goes on with it</source>
        <translation>Lecture en aveugle interrompue à {reached} ; Comparer › Lecture en aveugle la reprend</translation>
    </message>
    <message>
        <source>Blind reading…</source>
        <translation>Lecture en aveugle…</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Clignoter</translation>
    </message>
    <message>
        <source>Blur: {words}</source>
        <translation>Flou : {words}</translation>
    </message>
    <message>
        <source>Blurred and noisy scans, to repeat the study.</source>
        <translation>Les échographies floues et bruitées, pour refaire l’étude.</translation>
    </message>
    <message>
        <source>Blurred scans with little noise, when you want to see the blur itself (tab Kernel).</source>
        <translation>Les échographies floues à faible bruit, quand vous voulez voir le flou lui-même (onglet Noyau).</translation>
    </message>
    <message>
        <source>Bright lesion</source>
        <translation>Lésion claire</translation>
    </message>
    <message>
        <source>Brightness and contrast of everything larger</source>
        <translation>Luminosité et contraste de tout ce qui est plus grand</translation>
    </message>
    <message>
        <source>Brightness, grey levels</source>
        <translation>Luminosité, niveaux de gris</translation>
    </message>
    <message>
        <source>Bring back the runs that were deleted last</source>
        <translation>Ramener les calculs supprimés en dernier</translation>
    </message>
    <message>
        <source>Bring the chosen runs back: scan, result, curves and moments</source>
        <translation>Ramener les calculs choisis : échographie, résultat, courbes et moments</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>By bands</source>
        <translation>Par bandes</translation>
    </message>
    <message>
        <source>By which method?</source>
        <translation>Par quelle méthode ?</translation>
    </message>
    <message>
        <source>Calibration passport</source>
        <translation>Passeport de calibration</translation>
    </message>
    <message>
        <source>Can't tell</source>
        <translation>Indécis</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Cancel the one that runs; the next one starts</source>
        <translation>Abandonner celui qui court ; le suivant part</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abandonné</translation>
    </message>
    <message>
        <source>Cancelled. What came is kept; the button goes on from there.</source>
        <translation>Abandonné. Ce qui est arrivé est gardé ; le bouton reprend à partir de là.</translation>
    </message>
    <message>
        <source>Cancelled; it can be resumed</source>
        <translation>Abandonné ; peut être repris</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Ne peut pas être lu</translation>
    </message>
    <message>
        <source>Caption of the step</source>
        <translation>Légende de l’étape</translation>
    </message>
    <message>
        <source>Caption; an empty line begins a new paragraph</source>
        <translation>Légende ; une ligne vide commence un nouveau paragraphe</translation>
    </message>
    <message>
        <source>Centre of mass</source>
        <translation>Centre de masse</translation>
    </message>
    <message>
        <source>Changes a second while blinking</source>
        <translation>Alternances par seconde en clignotant</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Check for updates…</source>
        <translation>Rechercher des mises à jour…</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de reprise</translation>
    </message>
    <message>
        <source>Chessboard</source>
        <translation>Damier</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Choose SimReg: it finds out how the scan was made and takes seconds. Help › “Which method for which scan?” ({keys}) shows them all.</source>
        <translation>Choisissez SimReg : il trouve comment l’échographie a été faite et prend quelques secondes. Aide › « Quelle méthode pour quelle échographie ? » ({keys}) les montre toutes.</translation>
    </message>
    <message>
        <source>Choose a measurement first</source>
        <translation>Choisissez d’abord une mesure</translation>
    </message>
    <message>
        <source>Choose a measurement to see what it gives on every output.</source>
        <translation>Choisissez une mesure pour voir ce qu’elle donne sur chaque image.</translation>
    </message>
    <message>
        <source>Choose a method and press Start.</source>
        <translation>Choisissez une méthode et pressez Démarrer.</translation>
    </message>
    <message>
        <source>Choose a protected region first</source>
        <translation>Choisissez d’abord une région protégée</translation>
    </message>
    <message>
        <source>Choose a run in the run history first</source>
        <translation>Choisissez d’abord un calcul dans l’historique</translation>
    </message>
    <message>
        <source>Choose a run in the run history first, or show one</source>
        <translation>Choisissez d’abord un calcul dans l’historique, ou montrez-en un</translation>
    </message>
    <message>
        <source>Choose a run that stopped before its end, while no other one goes on</source>
        <translation>Choisissez un calcul arrêté avant sa fin, pendant qu’aucun autre n’est en cours</translation>
    </message>
    <message>
        <source>Choose a runner that does not run first</source>
        <translation>Choisissez d’abord un concurrent qui ne court pas</translation>
    </message>
    <message>
        <source>Choose a runner that waits first</source>
        <translation>Choisissez d’abord un concurrent en attente</translation>
    </message>
    <message>
        <source>Choose a tool, then drag on any picture: what you draw appears on all of them.
M measures a distance, A an angle, P and E an area, C the contrast of two regions. With a tool in hand Return puts the shape in the middle of the view; arrow keys move it.</source>
        <translation>Choisissez un outil, puis faites glisser sur une image : ce que vous dessinez apparaît sur toutes.
M mesure une distance, A un angle, P et E une aire, C le contraste de deux régions. Un outil en main, Entrée place la forme au milieu de la vue ; les flèches la déplacent.</translation>
    </message>
    <message>
        <source>Choose an item that does not run first</source>
        <translation>Choisissez d’abord un élément qui n’est pas en cours</translation>
    </message>
    <message>
        <source>Choose an item that failed or was skipped first</source>
        <translation>Choisissez d’abord un élément en échec ou sauté</translation>
    </message>
    <message>
        <source>Choose an item that is done first</source>
        <translation>Choisissez d’abord un élément fait</translation>
    </message>
    <message>
        <source>Choose an item that waits first</source>
        <translation>Choisissez d’abord un élément en attente</translation>
    </message>
    <message>
        <source>Choose an item that waits or runs first</source>
        <translation>Choisissez d’abord un élément en attente ou en cours</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Choose it</source>
        <translation>La choisir</translation>
    </message>
    <message>
        <source>Choose sides…</source>
        <translation>Choisir les côtés…</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Choose the next one</source>
        <translation>Choisir la suivante</translation>
    </message>
    <message>
        <source>Choose the point that arrow keys move</source>
        <translation>Choisir le point que les flèches déplacent</translation>
    </message>
    <message>
        <source>Choose the two pictures that share the pane</source>
        <translation>Choisir les deux images qui partagent le volet</translation>
    </message>
    <message>
        <source>Choose two or more runs of one scan in the run history</source>
        <translation>Choisissez au moins deux calculs d’une échographie dans l’historique</translation>
    </message>
    <message>
        <source>Choose {method}</source>
        <translation>Choisir {method}</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Propre</translation>
    </message>
    <message>
        <source>Clean scans with edges that come again: vessel walls, fascia, needles.</source>
        <translation>Les échographies propres aux bords qui se répètent : parois vasculaires, fascias, aiguilles.</translation>
    </message>
    <message>
        <source>Clean scans with long, fine structures, when time does not matter.</source>
        <translation>Les échographies propres aux structures longues et fines, quand le temps n’importe pas.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Click on the place in a picture. By keyboard: Tab to a picture, move it with the arrow keys until the place is in its middle, and press Return.</source>
        <translation>Cliquez sur l’endroit dans une image. Au clavier : Tab jusqu’à une image, déplacez-la avec les flèches jusqu’à ce que l’endroit soit en son milieu, et pressez Entrée.</translation>
    </message>
    <message>
        <source>Click the corners; Return or a double click closes it</source>
        <translation>Cliquez sur les sommets ; Entrée ou un double clic le ferme</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Séquence</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Fermer le panneau</translation>
    </message>
    <message>
        <source>Close the window; a run keeps its checkpoint</source>
        <translation>Fermer la fenêtre ; un calcul garde son point de reprise</translation>
    </message>
    <message>
        <source>Coarse</source>
        <translation>Grossier</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Palette de commandes…</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare methods on folders of scans</source>
        <translation>Comparer des méthodes sur des dossiers d’échographies</translation>
    </message>
    <message>
        <source>Compare with a picture of the same view made elsewhere</source>
        <translation>Comparer avec une image de la même vue faite ailleurs</translation>
    </message>
    <message>
        <source>Compare without them</source>
        <translation>Comparer sans elles</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Contrast of two regions</source>
        <translation>Contraste de deux régions</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copied: all texts, below each other.</source>
        <translation>Copié : tous les textes, l’un sous l’autre.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy every figure for a spreadsheet</source>
        <translation>Copier chaque chiffre pour un tableur</translation>
    </message>
    <message>
        <source>Copy places, scores and times for a spreadsheet</source>
        <translation>Copier places, scores et temps pour un tableur</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Corrélation</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Plantage</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrage</translation>
    </message>
    <message>
        <source>Current view</source>
        <translation>Vue actuelle</translation>
    </message>
    <message>
        <source>Curtain</source>
        <translation>Rideau</translation>
    </message>
    <message>
        <source>Curves by step of training</source>
        <translation>Courbes selon le pas d’apprentissage</translation>
    </message>
    <message>
        <source>Cyst</source>
        <translation>Kyste</translation>
    </message>
    <message>
        <source>Cysts</source>
        <translation>Kystes</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Dark window around the scans</source>
        <translation>Fenêtre sombre autour des échographies</translation>
    </message>
    <message>
        <source>Dashed: the background.</source>
        <translation>En tirets : le fond.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Dégradation</translation>
    </message>
    <message>
        <source>Degradations</source>
        <translation>Dégradations</translation>
    </message>
    <message>
        <source>Del, Return</source>
        <translation>Suppr, Entrée</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>Delete all measurements of this scan</source>
        <translation>Supprimer toutes les mesures de cette échographie</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Supprimer les calculs</translation>
    </message>
    <message>
        <source>Delete the chosen measurement</source>
        <translation>Supprimer la mesure choisie</translation>
    </message>
    <message>
        <source>Delete the chosen runs; they can come back until the window closes</source>
        <translation>Supprimer les calculs choisis ; ils peuvent revenir jusqu’à la fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>Delete the step</source>
        <translation>Supprimer l’étape</translation>
    </message>
    <message>
        <source>Detail finer than the scan's own pixels: all of it is inferred</source>
        <translation>Détail plus fin que les pixels de l’échographie : tout y est inféré</translation>
    </message>
    <message>
        <source>Detail of one to two pixels of the scan</source>
        <translation>Détail d’un à deux pixels de l’échographie</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Difference of means over the root of the summed variances</source>
        <translation>Différence des moyennes sur la racine de la somme des variances</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Distance from 10 to 90 % of the step from one end of the caliper to the other</source>
        <translation>Distance de 10 à 90 % du front entre les deux extrémités du curseur</translation>
    </message>
    <message>
        <source>Distance from scan</source>
        <translation>Écart à l’échographie</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Refaire ce qui a été annulé</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Le faire pour moi</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double clic</translation>
    </message>
    <message>
        <source>Download {size}…</source>
        <translation>Télécharger {size}…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Drag a rectangle that stays plain interpolation</source>
        <translation>Faites glisser un rectangle qui reste interpolation simple</translation>
    </message>
    <message>
        <source>Drag along the curve to see the picture of that moment; at its right end, or with Esc, the newest.</source>
        <translation>Faites glisser le long de la courbe pour voir l’image de ce moment ; à son extrémité droite, ou avec Échap, la plus récente.</translation>
    </message>
    <message>
        <source>Drag an ellipse that stays plain interpolation</source>
        <translation>Faites glisser une ellipse qui reste interpolation simple</translation>
    </message>
    <message>
        <source>Drag from corner to corner around it</source>
        <translation>Faites glisser d’un coin à l’autre autour d’elle</translation>
    </message>
    <message>
        <source>Drag from its left edge to its right edge. By keys: Return lays the caliper across the middle, arrow keys move its end, Ctrl makes finer steps.</source>
        <translation>Faites glisser de son bord gauche à son bord droit. Au clavier : Entrée pose le curseur en travers du milieu, les flèches déplacent son extrémité, Ctrl affine les pas.</translation>
    </message>
    <message>
        <source>Drag on a picture, from corner to corner, around what is to be found.</source>
        <translation>Faites glisser sur une image, d’un coin à l’autre, autour de ce qui est à trouver.</translation>
    </message>
    <message>
        <source>Drag the target, then the background: contrast, CNR, gCNR</source>
        <translation>Faites glisser la cible, puis le fond : contraste, CNR, gCNR</translation>
    </message>
    <message>
        <source>Drag to another frame</source>
        <translation>Faites glisser vers une autre image</translation>
    </message>
    <message>
        <source>Drag to put the panel elsewhere; double click to let it float</source>
        <translation>Faites glisser pour déplacer le panneau ; double clic pour le détacher</translation>
    </message>
    <message>
        <source>Drag with a tool</source>
        <translation>Glisser avec un outil</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys: the panes show the picture of that moment</source>
        <translation>Faites glisser, ou utilisez les flèches : les volets montrent l’image de ce moment</translation>
    </message>
    <message>
        <source>Draw a region that the network must not touch.</source>
        <translation>Dessinez une région que le réseau ne doit pas toucher.</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Dessiner à nouveau</translation>
    </message>
    <message>
        <source>Draw or choose a caliper to see the greys along it, for every output.</source>
        <translation>Dessinez ou choisissez un curseur de distance pour voir les gris le long de celui-ci, pour chaque image.</translation>
    </message>
    <message>
        <source>Drop an ultrasound scan here</source>
        <translation>Déposez une échographie ici</translation>
    </message>
    <message>
        <source>Drop files</source>
        <translation>Déposer des fichiers</translation>
    </message>
    <message>
        <source>Drop files or folders here: each is enlarged as chosen below, one after the other, into the folder named there.</source>
        <translation>Déposez ici des fichiers ou des dossiers : chacun est agrandi selon les choix ci-dessous, l’un après l’autre, dans le dossier indiqué.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Les éliminer</translation>
    </message>
    <message>
        <source>Dropped is, from a quarter of its steps or time on, a runner that would stay behind the leader even if its score rose to the end as fast as in the second half of its steps so far. It finishes at once, with the best it has.</source>
        <translation>Est éliminé, à partir d’un quart de ses pas ou de son temps, un concurrent qui resterait derrière le premier même si son score montait jusqu’à la fin aussi vite que dans la seconde moitié de ses pas jusqu’ici. Il termine aussitôt, avec le meilleur qu’il a.</translation>
    </message>
    <message>
        <source>Each at most</source>
        <translation>Chacun au plus</translation>
    </message>
    <message>
        <source>Each channel its own</source>
        <translation>Propre à chaque canal</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Earlier moment</source>
        <translation>Moment antérieur</translation>
    </message>
    <message>
        <source>Edges may be sharper than the tissue's, speckle may be redrawn, small dark spots may fill up. Hold {flip} to see the reference in place, press {curtain} for the curtain and {difference} for the difference, before you believe a detail. After a run with maps press {overlay_inferred} for what is inferred, {overlay_uncertainty} for how sure it is, {overlay_residual} for what is left unexplained.</source>
        <translation>Les bords peuvent être plus nets que ceux du tissu, le speckle peut être redessiné, de petites taches sombres peuvent se combler. Maintenez {flip} pour voir la référence en place, pressez {curtain} pour le rideau et {difference} pour la différence avant de croire un détail. Après un calcul avec cartes, pressez {overlay_inferred} pour ce qui est inféré, {overlay_uncertainty} pour son degré de certitude, {overlay_residual} pour ce qui reste inexpliqué.</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>End and reveal</source>
        <translation>Finir et révéler</translation>
    </message>
    <message>
        <source>End of training</source>
        <translation>Fin de l’apprentissage</translation>
    </message>
    <message>
        <source>Enlarge all frames</source>
        <translation>Agrandir toutes les images</translation>
    </message>
    <message>
        <source>Enlarge as is</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Enlarge the scan first</source>
        <translation>Agrandissez d’abord l’échographie</translation>
    </message>
    <message>
        <source>Enter bicubic, exact, SimReg and ESPCN</source>
        <translation>Inscrire bicubique, exact, SimReg et ESPCN</translation>
    </message>
    <message>
        <source>Enter every method that rests on nothing trained elsewhere; some take minutes</source>
        <translation>Inscrire chaque méthode qui ne repose sur rien d’entraîné ailleurs ; certaines prennent des minutes</translation>
    </message>
    <message>
        <source>Enter methods: they run on this scan in turn, side by side where there are several graphics cards, and this table says how they stand.
“Add to race” takes the method as it is chosen beside, with its knobs and seed.</source>
        <translation>Inscrivez des méthodes : elles s’exécutent tour à tour sur cette échographie, côte à côte s’il y a plusieurs cartes graphiques, et ce tableau dit où elles en sont.
« Faire courir » prend la méthode telle qu’elle est choisie à côté, avec ses réglages et sa graine.</translation>
    </message>
    <message>
        <source>Enter the chosen method with its knobs</source>
        <translation>Inscrire la méthode choisie avec ses réglages</translation>
    </message>
    <message>
        <source>Esc leaves; {keys} comes back to this note.</source>
        <translation>Échap quitte ; {keys} revient à cette note.</translation>
    </message>
    <message>
        <source>Esc puts the tool away and closes what is open</source>
        <translation>Échap range l’outil et ferme ce qui est ouvert</translation>
    </message>
    <message>
        <source>Estimated for this method, scale and scan; the truth lies within a factor of two</source>
        <translation>Estimé pour cette méthode, ce facteur et cette échographie ; la vérité est à un facteur deux près</translation>
    </message>
    <message>
        <source>Estimates the blur of this scan first, then learns as ZSSR does.</source>
        <translation>Estime d’abord le flou de cette échographie, puis apprend comme ZSSR.</translation>
    </message>
    <message>
        <source>Estimates the noise, takes it out, then interpolates.</source>
        <translation>Estime le bruit, le retire, puis interpole.</translation>
    </message>
    <message>
        <source>Every 10 s</source>
        <translation>Toutes les 10 s</translation>
    </message>
    <message>
        <source>Every 2 s</source>
        <translation>Toutes les 2 s</translation>
    </message>
    <message>
        <source>Every 5 s</source>
        <translation>Toutes les 5 s</translation>
    </message>
    <message>
        <source>Every device computes the same small thing; it takes seconds</source>
        <translation>Chaque matériel calcule la même petite chose ; cela prend quelques secondes</translation>
    </message>
    <message>
        <source>Every device that PyTorch sees on this computer, and whether the next run is computed there.</source>
        <translation>Chaque matériel que PyTorch voit sur cet ordinateur, et si le prochain calcul s’y fait.</translation>
    </message>
    <message>
        <source>Every key and every gesture</source>
        <translation>Chaque touche et chaque geste</translation>
    </message>
    <message>
        <source>Every pair is shown at so many places: first the whole, then closer</source>
        <translation>Chaque paire est montrée à tant d’endroits : d’abord l’ensemble, puis de plus près</translation>
    </message>
    <message>
        <source>Every picture has window, level and colours of its own</source>
        <translation>Chaque image a sa fenêtre, son niveau et ses couleurs</translation>
    </message>
    <message>
        <source>Every run that was made: find, compare, restore</source>
        <translation>Chaque calcul effectué : trouver, comparer, restaurer</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>Chaque seconde</translation>
    </message>
    <message>
        <source>Every two of them stand side by side</source>
        <translation>Elles se présentent deux à deux, côte à côte</translation>
    </message>
    <message>
        <source>Everything stays as soft as it was; noise grows into blobs.</source>
        <translation>Tout reste aussi flou qu’avant ; le bruit grossit en taches.</translation>
    </message>
    <message>
        <source>Everything was left as it was.</source>
        <translation>Tout est resté en l’état.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export answers</source>
        <translation>Exporter les réponses</translation>
    </message>
    <message>
        <source>Export answers and ranking</source>
        <translation>Exporter les réponses et le classement</translation>
    </message>
    <message>
        <source>Export answers and ranking…</source>
        <translation>Exporter les réponses et le classement…</translation>
    </message>
    <message>
        <source>Export answers…</source>
        <translation>Exporter les réponses…</translation>
    </message>
    <message>
        <source>Export measurements</source>
        <translation>Exporter les mesures</translation>
    </message>
    <message>
        <source>Export measurements…</source>
        <translation>Exporter les mesures…</translation>
    </message>
    <message>
        <source>Export plot</source>
        <translation>Exporter le graphique</translation>
    </message>
    <message>
        <source>Export plot…</source>
        <translation>Exporter le graphique…</translation>
    </message>
    <message>
        <source>Failed: {error}</source>
        <translation>Échec : {error}</translation>
    </message>
    <message>
        <source>Farthest wire off its place</source>
        <translation>Fil le plus éloigné de sa place</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Plus rapide</translation>
    </message>
    <message>
        <source>Fetch {file} from its publisher and check its SHA-256</source>
        <translation>Télécharger {file} chez son éditeur et vérifier son SHA-256</translation>
    </message>
    <message>
        <source>Fetched and checked: {path}</source>
        <translation>Téléchargé et vérifié : {path}</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>Champ de vue</translation>
    </message>
    <message>
        <source>Figure of the plot</source>
        <translation>Grandeur du graphique</translation>
    </message>
    <message>
        <source>Figures and plots</source>
        <translation>Chiffres et graphiques</translation>
    </message>
    <message>
        <source>Figures of the chosen measurement, for every output</source>
        <translation>Chiffres de la mesure choisie, pour chaque image</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File  {name}
In    {parent}</source>
        <translation>Fichier  {name}
Dans     {parent}</translation>
    </message>
    <message>
        <source>File {number}</source>
        <translation>Fichier {number}</translation>
    </message>
    <message>
        <source>File; the endings .pdf and .html are added</source>
        <translation>Fichier ; les extensions .pdf et .html sont ajoutées</translation>
    </message>
    <message>
        <source>Files that are added</source>
        <translation>Fichiers ajoutés</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
    <message>
        <source>Find a part</source>
        <translation>Trouver un composant</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Trouver un composant ou une licence</translation>
    </message>
    <message>
        <source>Find a place</source>
        <translation>Trouver un endroit</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Trouver une action ou une touche</translation>
    </message>
    <message>
        <source>Find any command by a few letters and run it</source>
        <translation>Trouver une commande par quelques lettres et la lancer</translation>
    </message>
    <message>
        <source>Find in all texts</source>
        <translation>Chercher dans tous les textes</translation>
    </message>
    <message>
        <source>Find in all texts: a name, a folder, a number</source>
        <translation>Chercher dans tous les textes : un nom, un dossier, un numéro</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>Trouver des calculs</translation>
    </message>
    <message>
        <source>Find text and colour</source>
        <translation>Trouver texte et couleur</translation>
    </message>
    <message>
        <source>Find the outline of the echoes; all that lies outside stays plain interpolation</source>
        <translation>Trouver le contour des échos ; tout ce qui est dehors reste interpolation simple</translation>
    </message>
    <message>
        <source>Finds out how the scan was made, simulates it, and computes the way back.</source>
        <translation>Trouve comment l’échographie a été faite, le simule, et calcule le chemin du retour.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Fine is detail that the scan's pixels cannot hold, all of it inferred; the other two the scan shows. The values are written into every export.</source>
        <translation>Fin désigne le détail que les pixels de l’échographie ne peuvent contenir, entièrement inféré ; les deux autres, l’échographie les montre. Les valeurs sont inscrites dans chaque export.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Finished cells</source>
        <translation>Cellules terminées</translation>
    </message>
    <message>
        <source>Finished in {time}</source>
        <translation>Terminé en {time}</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Fin en cours</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <source>First of the two</source>
        <translation>Première des deux</translation>
    </message>
    <message>
        <source>First, for any scan: sharp or noisy, it needs no choice and takes seconds.</source>
        <translation>D’abord, pour toute échographie : nette ou bruitée, elle ne demande aucun choix et prend quelques secondes.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Flip to reference</source>
        <translation>Basculer vers la référence</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Dossier pour les résultats</translation>
    </message>
    <message>
        <source>Folder of scans</source>
        <translation>Dossier d’échographies</translation>
    </message>
    <message>
        <source>Folder with the perceptual weights</source>
        <translation>Dossier des poids perceptifs</translation>
    </message>
    <message>
        <source>Folders of scans</source>
        <translation>Dossiers d’échographies</translation>
    </message>
    <message>
        <source>Forget the recent files</source>
        <translation>Oublier les fichiers récents</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Format of results</source>
        <translation>Format des résultats</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Found in the pictures by itself. The beam fills the edges of what is black, in every picture.</source>
        <translation>Trouvé de lui-même dans les images. Le faisceau comble les bords de ce qui est noir, dans chaque image.</translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation>Quatre volets</translation>
    </message>
    <message>
        <source>Frame back</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Frame of the clip</source>
        <translation>Image de la séquence</translation>
    </message>
    <message>
        <source>Frame on</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Frame {index}: {words}</source>
        <translation>Image {index} : {words}</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Free software under the MIT licence, resting on the work of many others.</source>
        <translation>Logiciel libre sous licence MIT, fondé sur le travail de beaucoup d’autres.</translation>
    </message>
    <message>
        <source>From here the run can be resumed, bit for bit</source>
        <translation>D’ici le calcul peut être repris, au bit près</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>From {low:g} to {high:g}{unit}.</source>
        <translation>De {low:g} à {high:g}{unit}.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Full trust</source>
        <translation>Pleine confiance</translation>
    </message>
    <message>
        <source>Full width at half maximum of the brightest line across the caliper</source>
        <translation>Largeur à mi-hauteur de la ligne la plus claire en travers du curseur</translation>
    </message>
    <message>
        <source>GPU of {maker}</source>
        <translation>Carte graphique de {maker}</translation>
    </message>
    <message>
        <source>Gain over interpolation on copies of the scan whose truth is known. What the picture leaves of the scan unexplained: near 1 where noise explains it; its neighbours' correlation is 0 where it is white.</source>
        <translation>Gain sur l’interpolation d’après des copies de l’échographie dont la vérité est connue. Ce que l’image laisse inexpliqué de l’échographie : près de 1 quand le bruit l’explique ; la corrélation de ses voisins est 0 quand il est blanc.</translation>
    </message>
    <message>
        <source>Gain to expect</source>
        <translation>Gain attendu</translation>
    </message>
    <message>
        <source>Gain to expect, dB</source>
        <translation>Gain attendu, dB</translation>
    </message>
    <message>
        <source>Gather versions, log and settings into one file, without a patient's data; nothing is sent</source>
        <translation>Réunir versions, journal et réglages dans un fichier, sans données de patient ; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Generalised contrast-to-noise ratio: 0 not told apart, 1 fully (Rodriguez-Molares 2020)</source>
        <translation>Rapport contraste sur bruit généralisé : 0 indiscernable, 1 entièrement distinct (Rodriguez-Molares 2020)</translation>
    </message>
    <message>
        <source>Give it to this one</source>
        <translation>La donner à celle-ci</translation>
    </message>
    <message>
        <source>Give the chosen method this kernel instead of an estimate</source>
        <translation>Donner ce noyau à la méthode choisie au lieu d’une estimation</translation>
    </message>
    <message>
        <source>Give the chosen region back to the network</source>
        <translation>Rendre la région choisie au réseau</translation>
    </message>
    <message>
        <source>Give the run up; it can be resumed later</source>
        <translation>Abandonner le calcul ; il peut être repris plus tard</translation>
    </message>
    <message>
        <source>Give the writing of the clip up; nothing is left of it</source>
        <translation>Renoncer à écrire la séquence ; il n’en reste rien</translation>
    </message>
    <message>
        <source>Go back in the lesson</source>
        <translation>Revenir en arrière dans la leçon</translation>
    </message>
    <message>
        <source>Go back to your own scans, which are as you left them</source>
        <translation>Revenir à vos échographies, telles que vous les avez laissées</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Go on in the lesson</source>
        <translation>Avancer dans la leçon</translation>
    </message>
    <message>
        <source>Go on later: in this sitting, or in a session that is saved (Esc)</source>
        <translation>Continuer plus tard : dans cette séance, ou dans une session enregistrée (Échap)</translation>
    </message>
    <message>
        <source>Go on with a saved session; this one is left</source>
        <translation>Continuer une session enregistrée ; celle-ci est quittée</translation>
    </message>
    <message>
        <source>Go on with the chosen run from where it stopped</source>
        <translation>Continuer le calcul choisi là où il s’est arrêté</translation>
    </message>
    <message>
        <source>Go on with the run that was interrupted last</source>
        <translation>Continuer le dernier calcul interrompu</translation>
    </message>
    <message>
        <source>Go on with the tour</source>
        <translation>Continuer la visite</translation>
    </message>
    <message>
        <source>Go to largest difference</source>
        <translation>Aller à la plus grande différence</translation>
    </message>
    <message>
        <source>Go to picture</source>
        <translation>Aller à l’image</translation>
    </message>
    <message>
        <source>Go to the end of the clip</source>
        <translation>Aller à la fin de la séquence</translation>
    </message>
    <message>
        <source>Go to the start of the clip</source>
        <translation>Aller au début de la séquence</translation>
    </message>
    <message>
        <source>Grainy scans that shall look calm, and as the yardstick for noisy scans.</source>
        <translation>Les échographies granuleuses qui doivent paraître calmes, et comme étalon pour les échographies bruitées.</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Grey levels by which a pixel jumps from frame to frame and back; smooth motion does not count</source>
        <translation>Niveaux de gris dont un pixel saute d’une image à l’autre et revient ; un mouvement régulier ne compte pas</translation>
    </message>
    <message>
        <source>Greys along the chosen caliper</source>
        <translation>Gris le long du curseur choisi</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Guide · USSR</source>
        <translation>Guide · USSR</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>La moitié</translation>
    </message>
    <message>
        <source>Half is guessing: then the picture passes for real</source>
        <translation>La moitié, c’est deviner : l’image passe alors pour vraie</translation>
    </message>
    <message>
        <source>Hardly any time</source>
        <translation>Presque aucun temps</translation>
    </message>
    <message>
        <source>Hatch what stays plain interpolation</source>
        <translation>Hachurer ce qui reste interpolation simple</translation>
    </message>
    <message>
        <source>Heading of the step</source>
        <translation>Titre de l’étape</translation>
    </message>
    <message>
        <source>Hide names of scans</source>
        <translation>Cacher les noms des échographies</translation>
    </message>
    <message>
        <source>Hide names until answered</source>
        <translation>Cacher les noms jusqu’à la réponse</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Hold the others against picture {number}</source>
        <translation>Comparer les autres à l’image {number}</translation>
    </message>
    <message>
        <source>Hold {keys}, or press the button twice, to see the reference in the same place. What jumps is what the method added or took away.</source>
        <translation>Maintenez {keys}, ou pressez deux fois le bouton, pour voir la référence au même endroit. Ce qui saute est ce que la méthode a ajouté ou retiré.</translation>
    </message>
    <message>
        <source>How far the picture, shrunk again, is from the scan (RMS in grey levels). It needs no truth, and it says little of quality: whoever keeps the scan's noise is close, and invented detail may cost nothing.</source>
        <translation>À quelle distance l’image, réduite à nouveau, se trouve de l’échographie (RMS en niveaux de gris). Aucune vérité n’est nécessaire, et cela dit peu de la qualité : qui garde le bruit de l’échographie en est proche, et un détail inventé peut ne rien coûter.</translation>
    </message>
    <message>
        <source>How far to trust it</source>
        <translation>Quelle confiance lui accorder</translation>
    </message>
    <message>
        <source>How far to trust the method</source>
        <translation>Quelle confiance accorder à la méthode</translation>
    </message>
    <message>
        <source>How far to trust {of}</source>
        <translation>Quelle confiance accorder à {of}</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Comment il a été fait</translation>
    </message>
    <message>
        <source>How likely it is stronger than the picture ranked below it</source>
        <translation>Probabilité qu’elle soit plus forte que l’image classée juste après</translation>
    </message>
    <message>
        <source>How much every picture differs from the reference</source>
        <translation>De combien chaque image diffère de la référence</translation>
    </message>
    <message>
        <source>How much it differs as a percentage of the reference</source>
        <translation>De combien elle diffère, en pourcentage de la référence</translation>
    </message>
    <message>
        <source>How much of the picture the overlay hides</source>
        <translation>Ce que la superposition cache de l’image</translation>
    </message>
    <message>
        <source>How often each grey occurs</source>
        <translation>Fréquence de chaque gris</translation>
    </message>
    <message>
        <source>How often the picture is shown while training</source>
        <translation>À quelle cadence l’image est montrée pendant l’apprentissage</translation>
    </message>
    <message>
        <source>How results are written; both keep every grey value and the millimetres</source>
        <translation>Comment les résultats sont écrits ; les deux gardent chaque niveau de gris et les millimètres</translation>
    </message>
    <message>
        <source>How the results are measured; the page marks the study's oddities</source>
        <translation>Comment les résultats sont mesurés ; la page signale les particularités de l’étude</translation>
    </message>
    <message>
        <source>How the scan is made smaller before it is enlarged again</source>
        <translation>Comment l’échographie est réduite avant d’être agrandie à nouveau</translation>
    </message>
    <message>
        <source>How wide is the cyst?</source>
        <translation>Quelle est la largeur du kyste ?</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>J’ai regardé</translation>
    </message>
    <message>
        <source>I have looked: no text about the patient is left in the picture</source>
        <translation>J’ai regardé : aucun texte sur le patient ne reste dans l’image</translation>
    </message>
    <message>
        <source>I understand</source>
        <translation>J’ai compris</translation>
    </message>
    <message>
        <source>In a scan a cyst looks a little narrower than it is, for the beam fills its edge; no enlargement brings that back. The table tells the same line in every picture.</source>
        <translation>Dans une échographie, un kyste paraît un peu plus étroit qu’il ne l’est, car le faisceau en comble le bord ; aucun agrandissement ne le rend. Le tableau donne la même ligne dans chaque image.</translation>
    </message>
    <message>
        <source>In millimetres of {where}.</source>
        <translation>En millimètres de {where}.</translation>
    </message>
    <message>
        <source>In pixels of the scan: {where}.</source>
        <translation>En pixels de l’échographie : {where}.</translation>
    </message>
    <message>
        <source>In place, its hash checked: {path}</source>
        <translation>En place, empreinte vérifiée : {path}</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Infos</translation>
    </message>
    <message>
        <source>Input, bicubic ×{scale}</source>
        <translation>Entrée, bicubique ×{scale}</translation>
    </message>
    <message>
        <source>Intervals are of 95 %. They take every answer as a draw of its own and speak of this reader and this scan, not of others. Repeated pairs tell how steady the reader was; the figures above do not count them.</source>
        <translation>Les intervalles sont à 95 %. Ils prennent chaque réponse comme un tirage indépendant et parlent de ce lecteur et de cette échographie, pas d’autres. Les paires répétées disent la constance du lecteur ; les chiffres ci-dessus ne les comptent pas.</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Inversé</translation>
    </message>
    <message>
        <source>It can go on from step {checkpoint}</source>
        <translation>Il peut reprendre au pas {checkpoint}</translation>
    </message>
    <message>
        <source>It can invent and it can remove</source>
        <translation>Il peut inventer et il peut effacer</translation>
    </message>
    <message>
        <source>It did not start because {why}.</source>
        <translation>Il n’a pas démarré car {why}.</translation>
    </message>
    <message>
        <source>It finished early because {why}.</source>
        <translation>Il a fini plus tôt car {why}.</translation>
    </message>
    <message>
        <source>It has been restarted; press Resume to go on from the last checkpoint.</source>
        <translation>Il a été redémarré ; pressez Reprendre pour continuer à partir du dernier point de reprise.</translation>
    </message>
    <message>
        <source>It has no result because {why}.</source>
        <translation>Il n’a pas de résultat car {why}.</translation>
    </message>
    <message>
        <source>It is finishing because {why}.</source>
        <translation>Il termine car {why}.</translation>
    </message>
    <message>
        <source>It is simulated, so all of it is known: the large cyst is 6.0 mm wide. The wheel zooms, dragging moves, “Fit” ({keys}) shows all of it again.</source>
        <translation>Elle est simulée, tout y est donc connu : le grand kyste est large de 6.0 mm. La molette zoome, glisser déplace, « Ajuster » ({keys}) remontre le tout.</translation>
    </message>
    <message>
        <source>It keeps noise and takes minutes; where nothing repeats it guesses.</source>
        <translation>Elle garde le bruit et prend des minutes ; là où rien ne se répète, elle devine.</translation>
    </message>
    <message>
        <source>It may invent texture that is not in the body. Slow.</source>
        <translation>Elle peut inventer une texture absente du corps. Lente.</translation>
    </message>
    <message>
        <source>It needs a truth: “Shrink and compare”.</source>
        <translation>Demande une vérité : « Réduire et comparer ».</translation>
    </message>
    <message>
        <source>It smooths what it has not seen often; needs more memory.</source>
        <translation>Elle lisse ce qu’elle n’a pas vu souvent ; demande plus de mémoire.</translation>
    </message>
    <message>
        <source>It was left at step {number} of {of}</source>
        <translation>Elle a été quittée à l’étape {number} sur {of}</translation>
    </message>
    <message>
        <source>Its plan and scores</source>
        <translation>Son plan et ses scores</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Gardez-le</translation>
    </message>
    <message>
        <source>Keep question</source>
        <translation>Garder la question</translation>
    </message>
    <message>
        <source>Keep scans, results, measurements and the view in one file; the pictures are in it</source>
        <translation>Garder échographies, résultats, mesures et vue dans un seul fichier ; les images y sont</translation>
    </message>
    <message>
        <source>Keep the kernel as a file</source>
        <translation>Garder le noyau dans un fichier</translation>
    </message>
    <message>
        <source>Keep the patient's data in the header</source>
        <translation>Garder les données du patient dans l’en-tête</translation>
    </message>
    <message>
        <source>Kept nowhere but in the file that you export</source>
        <translation>Gardé nulle part ailleurs que dans le fichier que vous exportez</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Calculs gardés</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Kernel (*.json)</source>
        <translation>Noyau (*.json)</translation>
    </message>
    <message>
        <source>Kernels (*.json *.csv *.txt *.npy)</source>
        <translation>Noyaux (*.json *.csv *.txt *.npy)</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Clavier et souris</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>Type de question</translation>
    </message>
    <message>
        <source>Knobs</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Known, for it is simulated</source>
        <translation>Connu, car simulé</translation>
    </message>
    <message>
        <source>Laggards</source>
        <translation>Retardataires</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Large words, no lists, names of scans hidden</source>
        <translation>Grands textes, pas de listes, noms des échographies cachés</translation>
    </message>
    <message>
        <source>Larger words</source>
        <translation>Textes plus grands</translation>
    </message>
    <message>
        <source>Larger words and controls, up to 200 %</source>
        <translation>Textes et commandes plus grands, jusqu’à 200 %</translation>
    </message>
    <message>
        <source>Largest grey level</source>
        <translation>Niveau de gris le plus haut</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernier calcul</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Later moment</source>
        <translation>Moment ultérieur</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>Learn from the marked frames, or from the one that is shown, and enlarge every frame of the clip</source>
        <translation>Apprendre des images marquées, ou de celle qui est montrée, et agrandir chaque image de la séquence</translation>
    </message>
    <message>
        <source>Learn from this frame</source>
        <translation>Apprendre de cette image</translation>
    </message>
    <message>
        <source>Learn from this scan</source>
        <translation>Apprendre de cette échographie</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Leave the chosen items out; they can wait again</source>
        <translation>Laisser de côté les éléments choisis ; ils peuvent attendre à nouveau</translation>
    </message>
    <message>
        <source>Leave the moments of training</source>
        <translation>Quitter les moments de l’apprentissage</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Left chosen: {share} of the pairs decided.</source>
        <translation>Gauche choisie : {share} des paires tranchées.</translation>
    </message>
    <message>
        <source>Left out: {names}. Identifiers are replaced.</source>
        <translation>Retirés : {names}. Les identifiants sont remplacés.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Leçon</translation>
    </message>
    <message>
        <source>Lesson saved: {path}</source>
        <translation>Leçon enregistrée : {path}</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Leçons</translation>
    </message>
    <message>
        <source>Lessons (*{suffix})</source>
        <translation>Leçons (*{suffix})</translation>
    </message>
    <message>
        <source>Lessons ({kinds})</source>
        <translation>Leçons ({kinds})</translation>
    </message>
    <message>
        <source>Let everything that failed wait again</source>
        <translation>Remettre en attente tout ce qui a échoué</translation>
    </message>
    <message>
        <source>Let the chosen items come earlier</source>
        <translation>Faire passer plus tôt les éléments choisis</translation>
    </message>
    <message>
        <source>Let the chosen items come later</source>
        <translation>Faire passer plus tard les éléments choisis</translation>
    </message>
    <message>
        <source>Let the chosen items wait again</source>
        <translation>Remettre en attente les éléments choisis</translation>
    </message>
    <message>
        <source>Let the chosen runner start earlier</source>
        <translation>Faire partir plus tôt le concurrent choisi</translation>
    </message>
    <message>
        <source>Let the chosen runner start later</source>
        <translation>Faire partir plus tard le concurrent choisi</translation>
    </message>
    <message>
        <source>Let the two change places</source>
        <translation>Intervertir les deux</translation>
    </message>
    <message>
        <source>Let them run</source>
        <translation>Les laisser courir</translation>
    </message>
    <message numerus="yes">
        <source>Lettering was found in %n pictures.</source>
        <translation><numerusform>Des lettres ont été trouvées dans %n image.</numerusform><numerusform>Des lettres ont été trouvées dans %n images.</numerusform></translation>
    </message>
    <message>
        <source>Level curtain</source>
        <translation>Rideau horizontal</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Licences…</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Light window around the scans</source>
        <translation>Fenêtre claire autour des échographies</translation>
    </message>
    <message>
        <source>Likely blur of the scan</source>
        <translation>Flou probable de l’échographie</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Linear loss axis</source>
        <translation>Axe de perte linéaire</translation>
    </message>
    <message>
        <source>Link panes again</source>
        <translation>Relier les volets</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liés</translation>
    </message>
    <message>
        <source>Load kernel</source>
        <translation>Charger un noyau</translation>
    </message>
    <message>
        <source>Load kernel…</source>
        <translation>Charger un noyau…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Log strength by Bradley and Terry with Davidson's ties; 0 is the mean, a difference of 1 odds of 2.7 to 1</source>
        <translation>Log de la force selon Bradley et Terry avec les ex æquo de Davidson ; 0 est la moyenne, un écart de 1 une cote de 2,7 contre 1</translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation>Axe de perte logarithmique</translation>
    </message>
    <message>
        <source>Look before you believe</source>
        <translation>Regardez avant de croire</translation>
    </message>
    <message>
        <source>Look closer, all panes together</source>
        <translation>Regarder de plus près, tous les volets ensemble</translation>
    </message>
    <message>
        <source>Look where the active picture differs most</source>
        <translation>Regarder là où l’image active diffère le plus</translation>
    </message>
    <message>
        <source>Looking for scans: {words}</source>
        <translation>Recherche d’échographies : {words}</translation>
    </message>
    <message>
        <source>Looking for scans…</source>
        <translation>Recherche d’échographies…</translation>
    </message>
    <message>
        <source>Looking for text and colour…</source>
        <translation>Recherche de texte et de couleur…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>En boucle</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Loss against the step, {first:g} to {last:g}, on a logarithmic axis: {names}</source>
        <translation>Perte selon le pas, de {first:g} à {last:g}, sur un axe logarithmique : {names}</translation>
    </message>
    <message>
        <source>Loss and log</source>
        <translation>Perte et journal</translation>
    </message>
    <message>
        <source>Loss by step; the left and right arrow keys read values</source>
        <translation>Perte selon le pas ; les flèches gauche et droite lisent les valeurs</translation>
    </message>
    <message>
        <source>Loss, kernel and log</source>
        <translation>Perte, noyau et journal</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdues</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Lower is closer.</source>
        <translation>Plus bas est plus proche.</translation>
    </message>
    <message>
        <source>Magnify the place under the mouse, in every pane</source>
        <translation>Grossir l’endroit sous la souris, dans chaque volet</translation>
    </message>
    <message>
        <source>Make a lesson of what the panes show</source>
        <translation>Faire une leçon de ce que montrent les volets</translation>
    </message>
    <message>
        <source>Make picture {number} active</source>
        <translation>Rendre active l’image {number}</translation>
    </message>
    <message>
        <source>Make report</source>
        <translation>Établir le rapport</translation>
    </message>
    <message>
        <source>Making: {words}</source>
        <translation>En cours : {words}</translation>
    </message>
    <message>
        <source>Many files by one method or several, one after the other</source>
        <translation>De nombreux fichiers par une ou plusieurs méthodes, l’un après l’autre</translation>
    </message>
    <message>
        <source>Many scans of the same kind as those it was trained on.</source>
        <translation>De nombreuses échographies du même type que celles dont elle a appris.</translation>
    </message>
    <message>
        <source>Mark the frame: Enlarge all frames learns from all that are marked</source>
        <translation>Marquer l’image : Agrandir toutes les images apprend de toutes celles qui sont marquées</translation>
    </message>
    <message>
        <source>Marked: the part in which interpolation shows most detail. No method was asked.</source>
        <translation>Marquée : la partie où l’interpolation montre le plus de détail. Aucune méthode n’a été consultée.</translation>
    </message>
    <message>
        <source>Marked: the part that stood in the panes.</source>
        <translation>Marquée : la partie qui se trouvait dans les volets.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Mean grey level, 0 to 255</source>
        <translation>Niveau de gris moyen, de 0 à 255</translation>
    </message>
    <message>
        <source>Mean of the target over mean of the background</source>
        <translation>Moyenne de la cible sur celle du fond</translation>
    </message>
    <message>
        <source>Mean over standard deviation in the background, drawn second</source>
        <translation>Moyenne sur écart type dans le fond, dessiné en second</translation>
    </message>
    <message>
        <source>Mean over standard deviation in the target, drawn first</source>
        <translation>Moyenne sur écart type dans la cible, dessinée en premier</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Measure a distance on all panes at once</source>
        <translation>Mesurer une distance sur tous les volets à la fois</translation>
    </message>
    <message>
        <source>Measure an angle: end, corner, end</source>
        <translation>Mesurer un angle : extrémité, sommet, extrémité</translation>
    </message>
    <message>
        <source>Measure and report on the original scan.</source>
        <translation>Mesurez et rédigez vos comptes rendus sur l’échographie d’origine.</translation>
    </message>
    <message>
        <source>Measure it</source>
        <translation>Mesurez-le</translation>
    </message>
    <message>
        <source>Measure something first</source>
        <translation>Mesurez d’abord quelque chose</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Measurements copied</source>
        <translation>Mesures copiées</translation>
    </message>
    <message>
        <source>Memory that the run would take</source>
        <translation>Mémoire que prendrait le calcul</translation>
    </message>
    <message>
        <source>Memory: {needed}</source>
        <translation>Mémoire : {needed}</translation>
    </message>
    <message>
        <source>Memory: {needed} of {free} free</source>
        <translation>Mémoire : {needed} sur {free} libres</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Method and result</source>
        <translation>Méthode et résultat</translation>
    </message>
    <message>
        <source>Method and training</source>
        <translation>Méthode et apprentissage</translation>
    </message>
    <message>
        <source>Method, result and scan</source>
        <translation>Méthode, résultat et échographie</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Missing: {file} is not in {folder}.{kept}</source>
        <translation>Manquant : {file} n’est pas dans {folder}.{kept}</translation>
    </message>
    <message>
        <source>Mix the result with interpolation, and keep text and colour from the network</source>
        <translation>Mélanger le résultat avec l’interpolation, et préserver texte et couleur du réseau</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model 1 with a blur that is estimated from this scan.</source>
        <translation>Le Modèle 1 avec un flou estimé de cette échographie.</translation>
    </message>
    <message>
        <source>Moment of training</source>
        <translation>Moment de l’apprentissage</translation>
    </message>
    <message>
        <source>Most detail</source>
        <translation>Le plus de détail</translation>
    </message>
    <message>
        <source>Mouse and more</source>
        <translation>Souris et divers</translation>
    </message>
    <message>
        <source>Move the panes, and what was drawn</source>
        <translation>Déplacer les volets et ce qui a été dessiné</translation>
    </message>
    <message>
        <source>Moved apart</source>
        <translation>Décalés</translation>
    </message>
    <message>
        <source>My models</source>
        <translation>Mes modèles</translation>
    </message>
    <message>
        <source>Name for the file</source>
        <translation>Nom pour le fichier</translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation>Nom ou initiales</translation>
    </message>
    <message>
        <source>Name, if it shall stand in the file</source>
        <translation>Nom, s’il doit figurer dans le fichier</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Names and dates on the screen are mostly outside; pixels there are lost in the file</source>
        <translation>Les noms et les dates à l’écran sont presque toujours à l’extérieur ; les pixels y sont perdus dans le fichier</translation>
    </message>
    <message>
        <source>Names of results</source>
        <translation>Noms des résultats</translation>
    </message>
    <message>
        <source>Needs a second picture: enlarge the scan, or add a picture from a file</source>
        <translation>Il faut une seconde image : agrandissez l’échographie, ou ajoutez une image d’un fichier</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>New reading</source>
        <translation>Nouvelle lecture</translation>
    </message>
    <message>
        <source>Newest picture</source>
        <translation>Image la plus récente</translation>
    </message>
    <message>
        <source>Newest that fits</source>
        <translation>Le plus récent qui convient</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next measurement</source>
        <translation>Mesure suivante</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>Point suivant</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>No action and no key is called that.</source>
        <translation>Aucune action et aucune touche ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>No address of releases is set in this build.</source>
        <translation>Aucune adresse de versions n’est définie dans cette édition.</translation>
    </message>
    <message>
        <source>No command</source>
        <translation>Aucune commande</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Aucune commande ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>No earlier picture was kept</source>
        <translation>Aucune image antérieure n’a été gardée</translation>
    </message>
    <message>
        <source>No heading</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>No lesson is played, or there is no such step</source>
        <translation>Aucune leçon n’est jouée, ou cette étape n’existe pas</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>No log is kept: {folder} cannot be written ({reason}).</source>
        <translation>Aucun journal n’est tenu : {folder} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <source>No method was run yet</source>
        <translation>Aucune méthode n’a encore été lancée</translation>
    </message>
    <message>
        <source>No overlay</source>
        <translation>Sans superposition</translation>
    </message>
    <message>
        <source>No page has all of these words.</source>
        <translation>Aucune page ne contient tous ces mots.</translation>
    </message>
    <message>
        <source>No pair was decided.</source>
        <translation>Aucune paire n’a été tranchée.</translation>
    </message>
    <message>
        <source>No pair was repeated.</source>
        <translation>Aucune paire n’a été répétée.</translation>
    </message>
    <message>
        <source>No picture was added from a file</source>
        <translation>Aucune image n’a été ajoutée d’un fichier</translation>
    </message>
    <message>
        <source>No question yet.</source>
        <translation>Pas encore de question.</translation>
    </message>
    <message>
        <source>No race is going on</source>
        <translation>Aucune course n’est en cours</translation>
    </message>
    <message>
        <source>No run is going on</source>
        <translation>Aucun calcul n’est en cours</translation>
    </message>
    <message>
        <source>No run is like that.</source>
        <translation>Aucun calcul ne correspond.</translation>
    </message>
    <message>
        <source>No run is training</source>
        <translation>Aucun calcul n’est en apprentissage</translation>
    </message>
    <message>
        <source>No run on this scan has a truth</source>
        <translation>Aucun calcul sur cette échographie n’a de vérité</translation>
    </message>
    <message>
        <source>No run waits to be resumed, or another one is going on</source>
        <translation>Aucun calcul n’attend d’être repris, ou un autre est en cours</translation>
    </message>
    <message>
        <source>No run was deleted</source>
        <translation>Aucun calcul n’a été supprimé</translation>
    </message>
    <message>
        <source>No scan is chosen.</source>
        <translation>Aucune échographie n’est choisie.</translation>
    </message>
    <message>
        <source>No sector stands out from a dark screen here: draw a region instead.</source>
        <translation>Aucun secteur ne se détache d’un écran sombre ici : dessinez plutôt une région.</translation>
    </message>
    <message>
        <source>No text about a patient is left in them</source>
        <translation>Il n’y reste aucun texte sur un patient</translation>
    </message>
    <message>
        <source>No text and no colour was found.</source>
        <translation>Ni texte ni couleur n’ont été trouvés.</translation>
    </message>
    <message>
        <source>No training steps</source>
        <translation>Sans apprentissage</translation>
    </message>
    <message>
        <source>Nobody has entered the race</source>
        <translation>Personne n’est inscrit à la course</translation>
    </message>
    <message>
        <source>Nobody waits to start</source>
        <translation>Personne n’attend le départ</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Noise is sharpened too; its view is small, and it is slower than ESPCN.</source>
        <translation>Le bruit est affiné aussi ; sa vue est étroite, et elle est plus lente qu’ESPCN.</translation>
    </message>
    <message>
        <source>Noise is taken for detail; the blur that it finds differs from seed to seed.</source>
        <translation>Le bruit est pris pour du détail ; le flou trouvé diffère d’une graine à l’autre.</translation>
    </message>
    <message>
        <source>Noise variance by brightness, measured and fitted</source>
        <translation>Variance du bruit selon la luminosité, mesurée et ajustée</translation>
    </message>
    <message>
        <source>Noise: it is sharpened together with the scan.</source>
        <translation>Le bruit : il est affiné avec l’échographie.</translation>
    </message>
    <message>
        <source>Noise: it is sharpened together with the scan. Its view is small.</source>
        <translation>Le bruit : il est affiné avec l’échographie. Sa vue est étroite.</translation>
    </message>
    <message>
        <source>Noise: points as measured, line as fitted</source>
        <translation>Bruit : points mesurés, courbe ajustée</translation>
    </message>
    <message>
        <source>Noisy scans, to repeat the study.</source>
        <translation>Les échographies bruitées, pour refaire l’étude.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None was found: there is none, or its driver is missing or too old for {fact}. Install the maker's driver.</source>
        <translation>Aucune trouvée : il n’y en a pas, ou son pilote manque ou est trop ancien pour {fact}. Installez le pilote du fabricant.</translation>
    </message>
    <message>
        <source>Not available here</source>
        <translation>Non disponible ici</translation>
    </message>
    <message>
        <source>Not available: {names}.</source>
        <translation>Non disponibles : {names}.</translation>
    </message>
    <message>
        <source>Not looked for: this PyTorch ({fact}) was built for the processor alone. Install one with CUDA or ROCm.</source>
        <translation>Non recherché : ce PyTorch ({fact}) est fait pour le processeur seul. Installez-en un avec CUDA ou ROCm.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Pas tout à fait.</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>Sans lissage</translation>
    </message>
    <message>
        <source>Not used while a GPU does the work; a run that fails there goes on here.</source>
        <translation>Non utilisé tant qu’une carte graphique travaille ; un calcul qui y échoue continue ici.</translation>
    </message>
    <message>
        <source>Not used: another device is chosen. Choose it under Device in the Method panel.</source>
        <translation>Non utilisé : un autre matériel est choisi. Choisissez-le sous Matériel dans le panneau Méthode.</translation>
    </message>
    <message>
        <source>Not used: no method of this program has been tried on a device of its kind.</source>
        <translation>Non utilisé : aucune méthode de ce programme n’a été essayée sur un matériel de ce type.</translation>
    </message>
    <message>
        <source>Not used: this PyTorch holds no code for a GPU as old as this one (kind {fact}).</source>
        <translation>Non utilisé : ce PyTorch n’a pas de code pour une carte graphique aussi ancienne (type {fact}).</translation>
    </message>
    <message>
        <source>Not what is chosen now: made with {settings}, {task_in_words}.</source>
        <translation>Ce n’est pas ce qui est choisi maintenant : fait avec {settings}, {task_in_words}.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Notes of every run appear here.</source>
        <translation>Les notes de chaque calcul apparaissent ici.</translation>
    </message>
    <message>
        <source>Nothing failed</source>
        <translation>Rien n’a échoué</translation>
    </message>
    <message>
        <source>Nothing has been run on this scan yet.</source>
        <translation>Rien n’a encore été calculé sur cette échographie.</translation>
    </message>
    <message>
        <source>Nothing is sent. The file will hold exactly the texts below, without names of files, of people and of this computer, and without patient data.</source>
        <translation>Rien n’est envoyé. Le fichier contiendra exactement les textes ci-dessous, sans noms de fichiers, de personnes ni de cet ordinateur, et sans données de patient.</translation>
    </message>
    <message>
        <source>Nothing of the source file's own data is copied.</source>
        <translation>Aucune donnée propre au fichier source n’est copiée.</translation>
    </message>
    <message>
        <source>Nothing waits in the queue</source>
        <translation>Rien n’attend dans la file</translation>
    </message>
    <message>
        <source>Nothing was ranked.</source>
        <translation>Rien n’a été classé.</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Rien n’a été annulé</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nulle part</translation>
    </message>
    <message>
        <source>Number of the right answer</source>
        <translation>Numéro de la bonne réponse</translation>
    </message>
    <message>
        <source>Numbers instead of the names of files</source>
        <translation>Des numéros au lieu des noms de fichiers</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Of neighbours in what is unexplained; 0 is white noise</source>
        <translation>Des voisins dans ce qui est inexpliqué ; 0 est un bruit blanc</translation>
    </message>
    <message>
        <source>Of the active picture</source>
        <translation>De l’image active</translation>
    </message>
    <message>
        <source>Of the method's work</source>
        <translation>Du travail de la méthode</translation>
    </message>
    <message>
        <source>Of the method's work; loading and saving excluded</source>
        <translation>Du travail de la méthode ; sans le chargement ni l’enregistrement</translation>
    </message>
    <message>
        <source>Of the scan, unexplained by the picture; 1 is noise alone</source>
        <translation>Part de l’échographie que l’image n’explique pas ; 1 est le bruit seul</translation>
    </message>
    <message>
        <source>Of the share, exact (Clopper and Pearson)</source>
        <translation>De la part, exact (Clopper et Pearson)</translation>
    </message>
    <message>
        <source>Of the strength</source>
        <translation>De la force</translation>
    </message>
    <message>
        <source>Of this stage at most: training stops earlier when the error no longer falls.</source>
        <translation>De cette étape au plus : l’apprentissage s’arrête plus tôt quand l’erreur ne baisse plus.</translation>
    </message>
    <message>
        <source>Off scan</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>On bicubic, dB</source>
        <translation>Sur bicubique, dB</translation>
    </message>
    <message>
        <source>One answer a line</source>
        <translation>Une réponse par ligne</translation>
    </message>
    <message>
        <source>One file could not be read</source>
        <translation>Un fichier n’a pas pu être lu</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Un volet</translation>
    </message>
    <message>
        <source>One pixel of the picture on one pixel of the screen</source>
        <translation>Un pixel de l’image sur un pixel de l’écran</translation>
    </message>
    <message>
        <source>One scan and what was made of it</source>
        <translation>Une échographie et ce qui en a été fait</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Un pour un</translation>
    </message>
    <message>
        <source>Opacity of the overlay, in percent</source>
        <translation>Opacité de la superposition, en pour cent</translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation>Ouvrir le PDF</translation>
    </message>
    <message>
        <source>Open a file with several frames first</source>
        <translation>Ouvrez d’abord un fichier de plusieurs images</translation>
    </message>
    <message>
        <source>Open a lesson…</source>
        <translation>Ouvrir une leçon…</translation>
    </message>
    <message>
        <source>Open a scan</source>
        <translation>Ouvrir une échographie</translation>
    </message>
    <message>
        <source>Open a scan and choose a method that suits it</source>
        <translation>Ouvrez une échographie et choisissez une méthode qui lui convient</translation>
    </message>
    <message>
        <source>Open a scan first</source>
        <translation>Ouvrez d’abord une échographie</translation>
    </message>
    <message>
        <source>Open a scan first.</source>
        <translation>Ouvrez d’abord une échographie.</translation>
    </message>
    <message>
        <source>Open a scan of your own ({keys}), choose “Enlarge as is”, press Start. The Help menu has this tour, the other samples, what the program can and cannot show, and every key.</source>
        <translation>Ouvrez une échographie à vous ({keys}), choisissez « Agrandir », pressez Démarrer. Le menu Aide contient cette visite, les autres exemples, ce que le programme peut et ne peut pas montrer, et chaque touche.</translation>
    </message>
    <message>
        <source>Open a scan that can be read; then press Start.</source>
        <translation>Ouvrez une échographie lisible ; puis pressez Démarrer.</translation>
    </message>
    <message>
        <source>Open a scan; then press Start.</source>
        <translation>Ouvrez une échographie ; puis pressez Démarrer.</translation>
    </message>
    <message>
        <source>Open a simulated scan whose cysts are of known width</source>
        <translation>Ouvrir une échographie simulée dont les kystes ont une largeur connue</translation>
    </message>
    <message>
        <source>Open a simulated scan whose wires lie at known places</source>
        <translation>Ouvrir une échographie simulée dont les fils sont à des endroits connus</translation>
    </message>
    <message>
        <source>Open a simulated vessel of known width</source>
        <translation>Ouvrir un vaisseau simulé de largeur connue</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Ouvrir sa page</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>Ouvrir une leçon</translation>
    </message>
    <message>
        <source>Open one or several scans</source>
        <translation>Ouvrir une ou plusieurs échographies</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Fichiers récents</translation>
    </message>
    <message>
        <source>Open result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Open scan</source>
        <translation>Ouvrir une échographie</translation>
    </message>
    <message>
        <source>Open scan…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Ouvrir une session</translation>
    </message>
    <message>
        <source>Open session…</source>
        <translation>Ouvrir une session…</translation>
    </message>
    <message>
        <source>Open the Measure panel first</source>
        <translation>Ouvrez d’abord le panneau Mesure</translation>
    </message>
    <message>
        <source>Open the built-in sample, whose truth is known</source>
        <translation>Ouvrir l’exemple intégré, dont la vérité est connue</translation>
    </message>
    <message>
        <source>Open the file again; if it happens twice, the file is damaged.</source>
        <translation>Ouvrez à nouveau le fichier ; si cela se répète, le fichier est endommagé.</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Open the page of the panel under the mouse</source>
        <translation>Ouvrir la page du panneau sous la souris</translation>
    </message>
    <message>
        <source>Open the phantom</source>
        <translation>Ouvrir le fantôme</translation>
    </message>
    <message>
        <source>Opening the session…</source>
        <translation>Ouverture de la session…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>Autre fichier…</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <source>Over all cores</source>
        <translation>Sur tous les cœurs</translation>
    </message>
    <message>
        <source>Over interpolation, on copies of the scan whose truth is known</source>
        <translation>Sur l’interpolation, d’après des copies de l’échographie dont la vérité est connue</translation>
    </message>
    <message>
        <source>Overlay: inferred</source>
        <translation>Superposition : inféré</translation>
    </message>
    <message>
        <source>Overlay: residual</source>
        <translation>Superposition : résidu</translation>
    </message>
    <message>
        <source>Overlay: uncertainty</source>
        <translation>Superposition : incertitude</translation>
    </message>
    <message>
        <source>PDF and HTML (*.pdf *.html)</source>
        <translation>PDF et HTML (*.pdf *.html)</translation>
    </message>
    <message>
        <source>PSNR and SSIM by depth</source>
        <translation>PSNR et SSIM selon la profondeur</translation>
    </message>
    <message>
        <source>PSNR and SSIM say how near the result is to the scan before it was shrunk, LPIPS how near it looks. They need “Shrink and compare”; for a scan enlarged as it is there is no truth, and no score.</source>
        <translation>PSNR et SSIM disent à quel point le résultat est proche de l’échographie avant sa réduction, LPIPS à quel point il lui ressemble. Ils demandent « Réduire et comparer » ; pour une échographie agrandie telle quelle, il n’y a ni vérité ni score.</translation>
    </message>
    <message>
        <source>PSNR and SSIM say how near the result is to the truth; below each stands the gain on plain interpolation. It may be small: on fine speckle nobody can gain much.</source>
        <translation>PSNR et SSIM disent à quel point le résultat est proche de la vérité ; sous chacun figure le gain sur l’interpolation simple. Il peut être petit : sur un speckle fin, nul ne peut gagner beaucoup.</translation>
    </message>
    <message>
        <source>PSNR dB</source>
        <translation>PSNR dB</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Page du guide</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} sur {count}</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Pages du guide</translation>
    </message>
    <message>
        <source>Pair {number} of {count}</source>
        <translation>Paire {number} sur {count}</translation>
    </message>
    <message>
        <source>Pairs in which it was chosen</source>
        <translation>Paires où elle a été choisie</translation>
    </message>
    <message>
        <source>Pairs in which the other was chosen</source>
        <translation>Paires où l’autre a été choisie</translation>
    </message>
    <message>
        <source>Pairs in which the reader could not tell</source>
        <translation>Paires où le lecteur n’a pu trancher</translation>
    </message>
    <message>
        <source>Pairs in which the reader decided</source>
        <translation>Paires où le lecteur a tranché</translation>
    </message>
    <message>
        <source>Pairs in which the truth was chosen beside this picture</source>
        <translation>Paires où la vérité a été choisie à côté de cette image</translation>
    </message>
    <message>
        <source>Pairs shown again with the sides exchanged tell how steady the reader is</source>
        <translation>Des paires montrées à nouveau, côtés échangés, disent la constance du lecteur</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panneau</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Panels that share this place</source>
        <translation>Panneaux qui partagent cette place</translation>
    </message>
    <message>
        <source>Panes moved alone (Alt held) look where the others do</source>
        <translation>Les volets déplacés seuls (Alt maintenue) regardent où regardent les autres</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Passed over: {passed}.</source>
        <translation>Laissés de côté : {passed}.</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Passeport</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Suspendre la file</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Paused. What ran goes on from there.</source>
        <translation>En pause. Ce qui était en cours reprendra à partir de là.</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio against the truth, higher is better</source>
        <translation>Rapport signal sur bruit de crête par rapport à la vérité, plus haut est mieux</translation>
    </message>
    <message>
        <source>Perceptual distance from the truth, lower is better</source>
        <translation>Distance perceptive à la vérité, plus bas est mieux</translation>
    </message>
    <message>
        <source>Perceptual weights</source>
        <translation>Poids perceptifs</translation>
    </message>
    <message>
        <source>Perceptual weights…</source>
        <translation>Poids perceptifs…</translation>
    </message>
    <message>
        <source>Phantom</source>
        <translation>Fantôme</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture and reference by turns, at a chosen rate</source>
        <translation>Image et référence en alternance, à une cadence choisie</translation>
    </message>
    <message>
        <source>Picture of step {step}</source>
        <translation>Image du pas {step}</translation>
    </message>
    <message>
        <source>Picture of the blur kernel</source>
        <translation>Image du noyau de flou</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Image {number}</translation>
    </message>
    <message>
        <source>Picture {number}: {title}</source>
        <translation>Image {number} : {title}</translation>
    </message>
    <message>
        <source>Picture: {title}</source>
        <translation>Image : {title}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures and a result</source>
        <translation>Images et un résultat</translation>
    </message>
    <message>
        <source>Pictures are called A, B, … and nothing tells which of them is super-resolved</source>
        <translation>Les images s’appellent A, B, … et rien ne dit laquelle est super-résolue</translation>
    </message>
    <message>
        <source>Pictures, curves, every choice</source>
        <translation>Images, courbes, tous les choix</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Pixels of this output in the target</source>
        <translation>Pixels de cette image dans la cible</translation>
    </message>
    <message>
        <source>Pixels of this output inside</source>
        <translation>Pixels de cette image à l’intérieur</translation>
    </message>
    <message>
        <source>Place among the runners of one task</source>
        <translation>Place parmi les concurrents d’une même tâche</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Classés selon</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Endroits</translation>
    </message>
    <message>
        <source>Plain interpolation between pixels.</source>
        <translation>Interpolation simple entre les pixels.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Play at a higher speed</source>
        <translation>Lire à une vitesse plus élevée</translation>
    </message>
    <message>
        <source>Play at a lower speed</source>
        <translation>Lire à une vitesse plus basse</translation>
    </message>
    <message>
        <source>Play the clip, or stand still</source>
        <translation>Lire la séquence, ou s’arrêter</translation>
    </message>
    <message>
        <source>Play the lesson {title}</source>
        <translation>Jouer la leçon {title}</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Power by frequency</source>
        <translation>Puissance selon la fréquence</translation>
    </message>
    <message>
        <source>Power of the active picture</source>
        <translation>Puissance de l’image active</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Present in {folder}.</source>
        <translation>Présent dans {folder}.</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Pressez les nouvelles touches</translation>
    </message>
    <message>
        <source>Press “Shrink and compare”. The scan is made smaller, then enlarged again: so the result can be held against the truth. For your own scans “Enlarge as is” is the usual choice.</source>
        <translation>Pressez « Réduire et comparer ». L’échographie est réduite, puis agrandie à nouveau : le résultat peut ainsi être comparé à la vérité. Pour vos propres échographies, « Agrandir » est le choix habituel.</translation>
    </message>
    <message>
        <source>Preview now</source>
        <translation>Aperçu maintenant</translation>
    </message>
    <message>
        <source>Previews</source>
        <translation>Aperçus</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Temps processeur</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Progress of the benchmark</source>
        <translation>Avancement du banc d’essai</translation>
    </message>
    <message>
        <source>Progress of the fetch</source>
        <translation>Avancement du téléchargement</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Avancement de la file d’attente</translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>Avancement du rapport</translation>
    </message>
    <message>
        <source>Progress of the stage</source>
        <translation>Avancement de l’étape</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Protéger</translation>
    </message>
    <message>
        <source>Protect around the sector</source>
        <translation>Protéger autour du secteur</translation>
    </message>
    <message>
        <source>Protect ellipse</source>
        <translation>Protéger une ellipse</translation>
    </message>
    <message>
        <source>Protect letters, marks, colour and other displays where they are certain</source>
        <translation>Protéger lettres, repères, couleur et autres affichages là où ils sont certains</translation>
    </message>
    <message>
        <source>Protect polygon</source>
        <translation>Protéger un polygone</translation>
    </message>
    <message>
        <source>Protect rectangle</source>
        <translation>Protéger un rectangle</translation>
    </message>
    <message>
        <source>Protected regions</source>
        <translation>Régions protégées</translation>
    </message>
    <message>
        <source>Protected: plain interpolation</source>
        <translation>Protégé : interpolation simple</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Put a folder and all below it into the queue</source>
        <translation>Mettre un dossier et tout son contenu dans la file d’attente</translation>
    </message>
    <message>
        <source>Put files into the queue</source>
        <translation>Mettre des fichiers dans la file d’attente</translation>
    </message>
    <message>
        <source>Quality against depth</source>
        <translation>Qualité selon la profondeur</translation>
    </message>
    <message>
        <source>Quality needs a truth: run a method with “Shrink and compare”.</source>
        <translation>La qualité demande une vérité : lancez une méthode avec « Réduire et comparer ».</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Question…</source>
        <translation>Question…</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File d’attente</translation>
    </message>
    <message>
        <source>Queue of files</source>
        <translation>File d’attente de fichiers</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Race on this scan</source>
        <translation>Course sur cette échographie</translation>
    </message>
    <message>
        <source>Radial spectrum</source>
        <translation>Spectre radial</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Read pairs of pictures without their names, and rank them; or go on where you left</source>
        <translation>Lire des paires d’images sans leurs noms et les classer ; ou continuer où vous étiez</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Reading scans…</source>
        <translation>Lecture des échographies…</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Lecture des licences…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Real found</source>
        <translation>Vraie trouvée</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Record a lesson</source>
        <translation>Enregistrer une leçon</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Region {number}, {kind}</source>
        <translation>Région {number}, {kind}</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>Regions, spacing and times follow the source; a second reader proves it before the file stays.</source>
        <translation>Régions, espacement et temps suivent la source ; un second lecteur le vérifie avant que le fichier ne soit gardé.</translation>
    </message>
    <message>
        <source>Relative difference</source>
        <translation>Différence relative</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove added pictures</source>
        <translation>Retirer les images ajoutées</translation>
    </message>
    <message>
        <source>Remove question</source>
        <translation>Retirer la question</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répétées</translation>
    </message>
    <message>
        <source>Repeated pairs answered alike: {share}.</source>
        <translation>Paires répétées avec la même réponse : {share}.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Signaler un problème…</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Rapport établi</translation>
    </message>
    <message>
        <source>Report of a scan</source>
        <translation>Rapport sur une échographie</translation>
    </message>
    <message>
        <source>Report written and read back: {pdf}</source>
        <translation>Rapport écrit et relu : {pdf}</translation>
    </message>
    <message>
        <source>Report: {done} %, {words}</source>
        <translation>Rapport : {done} %, {words}</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Rapport…</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Restored {label}</source>
        <translation>{label} restauré</translation>
    </message>
    <message>
        <source>Restoring {label}…</source>
        <translation>Restauration de {label}…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Result, {label}</source>
        <translation>Résultat, {label}</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Les résultats vont dans</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume last run</source>
        <translation>Reprendre le dernier calcul</translation>
    </message>
    <message>
        <source>Retake</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Return draws in the middle of the view, and opens what is chosen</source>
        <translation>Entrée dessine au milieu de la vue, et ouvre ce qui est choisi</translation>
    </message>
    <message>
        <source>Return or a double click on a row records other keys. Keys of your own stand out.</source>
        <translation>Entrée ou un double clic sur une ligne enregistre d’autres touches. Vos propres touches ressortent.</translation>
    </message>
    <message>
        <source>Return, Esc</source>
        <translation>Entrée, Échap</translation>
    </message>
    <message>
        <source>Reveal the names?</source>
        <translation>Révéler les noms ?</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Glisser du bouton droit</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Juste.</translation>
    </message>
    <message>
        <source>Room for runs</source>
        <translation>Place pour les calculs</translation>
    </message>
    <message>
        <source>Run a method first: the dial mixes its picture with interpolation.</source>
        <translation>Lancez d’abord une méthode : le curseur mélange son image avec l’interpolation.</translation>
    </message>
    <message>
        <source>Run a method on this scan first: a report tells of a scan and its runs</source>
        <translation>Lancez d’abord une méthode sur cette échographie : un rapport parle d’une échographie et de ses calculs</translation>
    </message>
    <message>
        <source>Run a method on this scan first: then its pictures can be read without their names</source>
        <translation>Lancez d’abord une méthode sur cette échographie : ses images pourront alors être lues sans leurs noms</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run history</source>
        <translation>Historique des calculs</translation>
    </message>
    <message>
        <source>Run “ussr-engine doctor” to see what is missing, then open USSR again.</source>
        <translation>Lancez « ussr-engine doctor » pour voir ce qui manque, puis rouvrez USSR.</translation>
    </message>
    <message>
        <source>Runner</source>
        <translation>Concurrent</translation>
    </message>
    <message>
        <source>Runners with other scales or other shrinking are placed apart: their figures do not compare.</source>
        <translation>Les concurrents d’un autre facteur ou d’une autre réduction sont classés à part : leurs chiffres ne se comparent pas.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Calculs</translation>
    </message>
    <message>
        <source>Runs are kept here as they are made.</source>
        <translation>Les calculs sont gardés ici au fur et à mesure.</translation>
    </message>
    <message>
        <source>SNR ground</source>
        <translation>SNR fond</translation>
    </message>
    <message>
        <source>SNR target</source>
        <translation>SNR cible</translation>
    </message>
    <message>
        <source>SSIM map</source>
        <translation>Carte SSIM</translation>
    </message>
    <message>
        <source>Same in all channels</source>
        <translation>Le même dans tous les canaux</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Samples, with known truth</source>
        <translation>Exemples, à vérité connue</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save kernel</source>
        <translation>Enregistrer le noyau</translation>
    </message>
    <message>
        <source>Save kernel…</source>
        <translation>Enregistrer le noyau…</translation>
    </message>
    <message>
        <source>Save lesson</source>
        <translation>Enregistrer la leçon</translation>
    </message>
    <message>
        <source>Save lesson…</source>
        <translation>Enregistrer la leçon…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Enregistrer la session</translation>
    </message>
    <message>
        <source>Save session…</source>
        <translation>Enregistrer la session…</translation>
    </message>
    <message>
        <source>Save the picture again.</source>
        <translation>Enregistrez à nouveau l’image.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Save the result as PNG or TIFF</source>
        <translation>Enregistrer le résultat en PNG ou TIFF</translation>
    </message>
    <message>
        <source>Saved and read back: {path}</source>
        <translation>Enregistré et relu : {path}</translation>
    </message>
    <message>
        <source>Saved and read back: {path} ({words})</source>
        <translation>Enregistré et relu : {path} ({words})</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Saving the session…</source>
        <translation>Enregistrement de la session…</translation>
    </message>
    <message>
        <source>Say where the picture should be written.</source>
        <translation>Indiquez où l’image doit être écrite.</translation>
    </message>
    <message>
        <source>Say where the report should be written.</source>
        <translation>Indiquez où le rapport doit être écrit.</translation>
    </message>
    <message>
        <source>Say where the results should go.</source>
        <translation>Indiquez où doivent aller les résultats.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Facteur</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>Facteurs</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Échographie</translation>
    </message>
    <message>
        <source>Scan {number}</source>
        <translation>Échographie {number}</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Échographies</translation>
    </message>
    <message>
        <source>Scans and runs</source>
        <translation>Échographies et calculs</translation>
    </message>
    <message>
        <source>Scans made in a way that it does not know; it then stays close to interpolation.</source>
        <translation>Les échographies faites d’une façon qu’elle ne connaît pas ; elle reste alors proche de l’interpolation.</translation>
    </message>
    <message>
        <source>Scans of another kind: it shows what it knows, not what is there.</source>
        <translation>Les échographies d’un autre type : elle montre ce qu’elle sait, pas ce qui est là.</translation>
    </message>
    <message>
        <source>Scans whose grain and structure live at several sizes.</source>
        <translation>Les échographies dont le grain et la structure vivent à plusieurs tailles.</translation>
    </message>
    <message>
        <source>Scans without noise that were made by shrinking a finer picture.</source>
        <translation>Les échographies sans bruit obtenues en réduisant une image plus fine.</translation>
    </message>
    <message>
        <source>Scans you open appear here.</source>
        <translation>Les échographies que vous ouvrez apparaissent ici.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Second of the two</source>
        <translation>Seconde des deux</translation>
    </message>
    <message>
        <source>See all panes as they were one kept picture earlier in training</source>
        <translation>Voir tous les volets tels qu’ils étaient une image gardée plus tôt dans l’apprentissage</translation>
    </message>
    <message>
        <source>See all panes one kept picture later in training</source>
        <translation>Voir tous les volets une image gardée plus tard dans l’apprentissage</translation>
    </message>
    <message>
        <source>See every key and choose others</source>
        <translation>Voir chaque touche et en choisir d’autres</translation>
    </message>
    <message>
        <source>See how far each pixel may be from the truth: half-width of the 90 % band</source>
        <translation>Voir à quelle distance de la vérité chaque pixel peut être : demi-largeur de la bande à 90 %</translation>
    </message>
    <message>
        <source>See more, all panes together</source>
        <translation>En voir plus, tous les volets ensemble</translation>
    </message>
    <message>
        <source>See names and ranking now; the pairs that are left stay unread</source>
        <translation>Voir maintenant les noms et le classement ; les paires restantes ne seront pas lues</translation>
    </message>
    <message>
        <source>See the chosen runs of one scan side by side</source>
        <translation>Voir côte à côte les calculs choisis d’une échographie</translation>
    </message>
    <message>
        <source>See the reference in place while the key is held</source>
        <translation>Voir la référence en place tant que la touche est maintenue</translation>
    </message>
    <message>
        <source>See what happened</source>
        <translation>Voir ce qui s’est passé</translation>
    </message>
    <message>
        <source>See what the picture leaves of the scan unexplained</source>
        <translation>Voir ce que l’image laisse inexpliqué de l’échographie</translation>
    </message>
    <message>
        <source>See which pixels the scan shows and which are inferred</source>
        <translation>Voir quels pixels l’échographie montre et lesquels sont inférés</translation>
    </message>
    <message>
        <source>See which weights for LPIPS and perceptual terms are here, and fetch them</source>
        <translation>Voir quels poids pour LPIPS et les termes perceptifs sont présents, et les télécharger</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>Sélectionner et déplacer</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sépia</translation>
    </message>
    <message>
        <source>Session opened: {path}</source>
        <translation>Session ouverte : {path}</translation>
    </message>
    <message>
        <source>Session saved: {path}</source>
        <translation>Session enregistrée : {path}</translation>
    </message>
    <message>
        <source>Sessions of this program (*{suffix})</source>
        <translation>Sessions de ce programme (*{suffix})</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Several methods</source>
        <translation>Plusieurs</translation>
    </message>
    <message>
        <source>Several methods on this scan in turn, and how they stand</source>
        <translation>Plusieurs méthodes tour à tour sur cette échographie, et où elles en sont</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Shortcuts…</source>
        <translation>Raccourcis…</translation>
    </message>
    <message>
        <source>Show four pictures</source>
        <translation>Montrer quatre images</translation>
    </message>
    <message>
        <source>Show grey levels in {colours}</source>
        <translation>Montrer les niveaux de gris en {colours}</translation>
    </message>
    <message>
        <source>Show marks</source>
        <translation>Montrer les repères</translation>
    </message>
    <message>
        <source>Show or hide the choices</source>
        <translation>Montrer ou cacher les choix</translation>
    </message>
    <message>
        <source>Show or hide the curves</source>
        <translation>Montrer ou cacher les courbes</translation>
    </message>
    <message>
        <source>Show or hide the lists</source>
        <translation>Montrer ou cacher les listes</translation>
    </message>
    <message>
        <source>Show or hide ticks, bars and measurements</source>
        <translation>Montrer ou cacher graduations, barres et mesures</translation>
    </message>
    <message>
        <source>Show protected regions</source>
        <translation>Montrer les régions protégées</translation>
    </message>
    <message>
        <source>Show six pictures</source>
        <translation>Montrer six images</translation>
    </message>
    <message>
        <source>Show the active picture alone</source>
        <translation>Montrer seule l’image active</translation>
    </message>
    <message>
        <source>Show the frame before</source>
        <translation>Montrer l’image d’avant</translation>
    </message>
    <message>
        <source>Show the method's own picture again, all of it</source>
        <translation>Montrer à nouveau l’image propre à la méthode, en entier</translation>
    </message>
    <message>
        <source>Show the next frame</source>
        <translation>Montrer l’image d’après</translation>
    </message>
    <message>
        <source>Show the picture as it stands now</source>
        <translation>Montrer l’image telle qu’elle est maintenant</translation>
    </message>
    <message>
        <source>Show the pictures bare</source>
        <translation>Montrer les images nues</translation>
    </message>
    <message>
        <source>Show the result of the chosen item</source>
        <translation>Montrer le résultat de l’élément choisi</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Montrer l’image entière</translation>
    </message>
    <message>
        <source>Show two pictures side by side</source>
        <translation>Montrer deux images côte à côte</translation>
    </message>
    <message>
        <source>Show where every picture differs from the reference</source>
        <translation>Montrer où chaque image diffère de la référence</translation>
    </message>
    <message>
        <source>Show, play and make lessons: pictures step by step, with questions</source>
        <translation>Montrer, jouer et faire des leçons : des images pas à pas, avec des questions</translation>
    </message>
    <message>
        <source>Shrink and compare</source>
        <translation>Réduire et comparer</translation>
    </message>
    <message>
        <source>Six panes</source>
        <translation>Six volets</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Sauter</translation>
    </message>
    <message>
        <source>Skip runner</source>
        <translation>Sauter ce concurrent</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Passer la visite</translation>
    </message>
    <message>
        <source>Skipped {path}: {words}</source>
        <translation>{path} passé : {words}</translation>
    </message>
    <message>
        <source>Slide between one picture above and one below</source>
        <translation>Glisser entre une image en haut et une en bas</translation>
    </message>
    <message>
        <source>Slide between two pictures</source>
        <translation>Glisser entre deux images</translation>
    </message>
    <message>
        <source>Slow on a processor, and one scan is little for so many weights.</source>
        <translation>Lente sur un processeur, et une échographie est peu pour tant de poids.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Plus lent</translation>
    </message>
    <message>
        <source>Smaller pixels are not finer resolution</source>
        <translation>Des pixels plus petits ne sont pas une résolution plus fine</translation>
    </message>
    <message>
        <source>Smaller words</source>
        <translation>Textes plus petits</translation>
    </message>
    <message>
        <source>Smaller words and controls, down to 100 %</source>
        <translation>Textes et commandes plus petits, jusqu’à 100 %</translation>
    </message>
    <message>
        <source>Smallest grey level</source>
        <translation>Niveau de gris le plus bas</translation>
    </message>
    <message>
        <source>Smooth {over}</source>
        <translation>Lisser {over}</translation>
    </message>
    <message>
        <source>Smoothing of the training loss, in measurements</source>
        <translation>Lissage de la perte d’apprentissage, en mesures</translation>
    </message>
    <message>
        <source>Smooths fine speckle; takes many minutes on a processor.</source>
        <translation>Lisse le speckle fin ; prend de longues minutes sur un processeur.</translation>
    </message>
    <message>
        <source>Smooths, and is slower still.</source>
        <translation>Lisse, et est plus lente encore.</translation>
    </message>
    <message>
        <source>Something went wrong in the window ({kind}: {error}). Your scans and runs are unchanged.</source>
        <translation>Une erreur s’est produite dans la fenêtre ({kind} : {error}). Vos échographies et vos calculs sont intacts.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Space presses the button that has the keyboard</source>
        <translation>Espace presse le bouton qui a le clavier</translation>
    </message>
    <message>
        <source>Speckle signal-to-noise ratio, mean over standard deviation</source>
        <translation>Rapport signal sur bruit du speckle, moyenne sur écart type</translation>
    </message>
    <message>
        <source>Speed of the clip</source>
        <translation>Vitesse de la séquence</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Arrêter sur l’image</translation>
    </message>
    <message>
        <source>Standard deviation of the grey levels</source>
        <translation>Écart type des niveaux de gris</translation>
    </message>
    <message>
        <source>Standing of the race</source>
        <translation>Classement de la course</translation>
    </message>
    <message>
        <source>Stands between the two, and says that it is the reference</source>
        <translation>Se tient entre les deux, et dit qu’elle est la référence</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Étoile</translation>
    </message>
    <message>
        <source>Star the chosen runs, or the run that is shown: starred runs never make room for others</source>
        <translation>Donner une étoile aux calculs choisis, ou à celui qui est montré : les calculs avec étoile ne cèdent jamais leur place</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Avec étoile</translation>
    </message>
    <message>
        <source>Starred runs never make room for others</source>
        <translation>Les calculs avec étoile ne cèdent jamais leur place</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>Lancer la file</translation>
    </message>
    <message>
        <source>Start race</source>
        <translation>Lancer la course</translation>
    </message>
    <message>
        <source>Start whoever waits, in turn; or stop the race</source>
        <translation>Faire partir tour à tour ceux qui attendent ; ou arrêter la course</translation>
    </message>
    <message>
        <source>Start, pause or resume the run</source>
        <translation>Démarrer, suspendre ou reprendre le calcul</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Étape {number}</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Étape {number} sur {count}</translation>
    </message>
    <message>
        <source>Step {number}, {heading}: {says}</source>
        <translation>Étape {number}, {heading} : {says}</translation>
    </message>
    <message>
        <source>Step {step}{of}</source>
        <translation>Pas {step}{of}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop race</source>
        <translation>Arrêter la course</translation>
    </message>
    <message>
        <source>Stop training and enlarge with the best so far</source>
        <translation>Arrêter l’apprentissage et agrandir avec le meilleur jusqu’ici</translation>
    </message>
    <message>
        <source>Stop whenever you like: finished cells stay, and Start goes on from there.</source>
        <translation>Arrêtez quand vous voulez : les cellules terminées restent, et Démarrer reprend à partir de là.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Stopped. Finished cells are kept; Start goes on from there.</source>
        <translation>Arrêté. Les cellules terminées sont gardées ; Démarrer reprend à partir de là.</translation>
    </message>
    <message>
        <source>Stopped; it can be resumed</source>
        <translation>Arrêté ; peut être repris</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Strengths with their intervals</source>
        <translation>Forces avec leurs intervalles</translation>
    </message>
    <message>
        <source>Structural similarity to the truth, higher is better</source>
        <translation>Similarité structurelle avec la vérité, plus haut est mieux</translation>
    </message>
    <message>
        <source>Super-resolved · not for diagnosis</source>
        <translation>Super-résolu · pas pour le diagnostic</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Tab goes to the next control</source>
        <translation>Tab passe à la commande suivante</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Maj+Tab</translation>
    </message>
    <message>
        <source>Tables, figures and pictures are in {folder}.</source>
        <translation>Tableaux, figures et images sont dans {folder}.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Take SimReg first: it needs no choice and takes seconds. Then hold another method against it: a race (Train menu) does that by itself. Below is what each made of the sample “Cysts” shrunk by 2: clean at the left, blurred and grained at the right. Gains are those of these two pictures; yours may differ.</source>
        <translation>Prenez d’abord SimReg : il ne demande aucun choix et prend quelques secondes. Puis comparez-lui une autre méthode : une course (menu Entraînement) le fait d’elle-même. Voici ce que chacune a fait de l’exemple « Kystes » réduit par 2 : propre à gauche, flouté et granuleux à droite. Les gains sont ceux de ces deux images ; les vôtres peuvent différer.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Take the caliper ({keys}).</source>
        <translation>Prenez le curseur de distance ({keys}).</translation>
    </message>
    <message>
        <source>Take the chosen items out; results stay</source>
        <translation>Retirer les éléments choisis ; les résultats restent</translation>
    </message>
    <message>
        <source>Take the chosen runner out; its run stays in the list</source>
        <translation>Retirer le concurrent choisi ; son calcul reste dans la liste</translation>
    </message>
    <message>
        <source>Take the last change of the measurements back</source>
        <translation>Défaire la dernière modification des mesures</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Faire la visite</translation>
    </message>
    <message>
        <source>Take what the panes show as a step of the lesson</source>
        <translation>Prendre ce que montrent les volets comme étape de la leçon</translation>
    </message>
    <message>
        <source>Take what the panes show now: pictures, place, way of comparing, overlay, training</source>
        <translation>Prendre ce que montrent les volets : images, endroit, comparaison, superposition, apprentissage</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Prend</translation>
    </message>
    <message>
        <source>Taps</source>
        <translation>Coefficients</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseignement</translation>
    </message>
    <message>
        <source>Tell the file's name (it may be a patient's)</source>
        <translation>Donner le nom du fichier (il peut être celui d’un patient)</translation>
    </message>
    <message>
        <source>Test the devices</source>
        <translation>Tester le matériel</translation>
    </message>
    <message>
        <source>Tested: the same convolutions on every device, as the networks of the methods have them.</source>
        <translation>Testé : les mêmes convolutions sur chaque matériel, comme en ont les réseaux des méthodes.</translation>
    </message>
    <message>
        <source>Text in the picture itself cannot be found for certain: look whether it names the patient.</source>
        <translation>Le texte dans l’image elle-même ne peut être trouvé avec certitude : regardez s’il nomme le patient.</translation>
    </message>
    <message>
        <source>That cannot be told from guessing.</source>
        <translation>Cela ne se distingue pas du hasard.</translation>
    </message>
    <message>
        <source>That is all</source>
        <translation>C’est tout</translation>
    </message>
    <message>
        <source>That is better than guessing.</source>
        <translation>C’est mieux que le hasard.</translation>
    </message>
    <message>
        <source>That is worse than guessing.</source>
        <translation>C’est moins bien que le hasard.</translation>
    </message>
    <message numerus="yes">
        <source>The benchmark is done, %n cells failed: {folder}</source>
        <translation><numerusform>Le banc d’essai est terminé, %n cellule en échec : {folder}</numerusform><numerusform>Le banc d’essai est terminé, %n cellules en échec : {folder}</numerusform></translation>
    </message>
    <message>
        <source>The blur kernel appears here while a method estimates it, or when it is given one.</source>
        <translation>Le noyau de flou apparaît ici pendant qu’une méthode l’estime, ou quand elle en reçoit un.</translation>
    </message>
    <message>
        <source>The chosen method takes no kernel</source>
        <translation>La méthode choisie ne prend pas de noyau</translation>
    </message>
    <message>
        <source>The chosen step shows what the panes show now; its words stay</source>
        <translation>L’étape choisie montre ce que montrent les volets ; son texte reste</translation>
    </message>
    <message>
        <source>The clip was not written.</source>
        <translation>La séquence n’a pas été écrite.</translation>
    </message>
    <message>
        <source>The clip was not written: you stopped it.</source>
        <translation>La séquence n’a pas été écrite : vous l’avez arrêtée.</translation>
    </message>
    <message>
        <source>The curve appears when training starts.</source>
        <translation>La courbe apparaît quand l’apprentissage commence.</translation>
    </message>
    <message>
        <source>The devices are being tested; it takes seconds.</source>
        <translation>Le matériel est en cours de test ; cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>The devices are being tested…</source>
        <translation>Le matériel est en cours de test…</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>La fin</translation>
    </message>
    <message>
        <source>The engine cannot start</source>
        <translation>Le moteur ne peut pas démarrer</translation>
    </message>
    <message>
        <source>The engine cannot start; the log says why.</source>
        <translation>Le moteur ne peut pas démarrer ; le journal dit pourquoi.</translation>
    </message>
    <message>
        <source>The engine is asked…</source>
        <translation>Le moteur est interrogé…</translation>
    </message>
    <message>
        <source>The engine is starting, or this method lacks something on this computer</source>
        <translation>Le moteur démarre, ou il manque quelque chose à cette méthode sur cet ordinateur</translation>
    </message>
    <message>
        <source>The engine is starting; the files are added then.</source>
        <translation>Le moteur démarre ; les fichiers seront ajoutés ensuite.</translation>
    </message>
    <message>
        <source>The engine is starting…</source>
        <translation>Le moteur démarre…</translation>
    </message>
    <message>
        <source>The engine stopped unexpectedly (exit code {code}).</source>
        <translation>Le moteur s’est arrêté de façon inattendue (code de sortie {code}).</translation>
    </message>
    <message>
        <source>The engine stopped while it was reading {name}.</source>
        <translation>Le moteur s’est arrêté pendant la lecture de {name}.</translation>
    </message>
    <message>
        <source>The engine stopped while it was writing {name}.</source>
        <translation>Le moteur s’est arrêté pendant l’écriture de {name}.</translation>
    </message>
    <message>
        <source>The figure by which the runners are placed</source>
        <translation>La grandeur qui classe les concurrents</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Le fichier est en cours de lecture…</translation>
    </message>
    <message>
        <source>The file says that no text about the patient stands in the picture; look all the same.</source>
        <translation>Le fichier dit qu’aucun texte sur le patient ne figure dans l’image ; regardez quand même.</translation>
    </message>
    <message>
        <source>The first network for this task, three layers, trained on this scan.</source>
        <translation>Le premier réseau pour cette tâche, trois couches, entraîné sur cette échographie.</translation>
    </message>
    <message>
        <source>The header holds nothing that must be left out. Identifiers are replaced.</source>
        <translation>L’en-tête ne contient rien qui doive être retiré. Les identifiants sont remplacés.</translation>
    </message>
    <message>
        <source>The language changes when the program is started again</source>
        <translation>La langue change au prochain démarrage du programme</translation>
    </message>
    <message>
        <source>The language of the system, from the next start on</source>
        <translation>La langue du système, dès le prochain démarrage</translation>
    </message>
    <message>
        <source>The line above the button says how much memory it will take. Press Start ({keys}) and wait some seconds: the engine works beside the window, which stays free.</source>
        <translation>La ligne au-dessus du bouton dit combien de mémoire il faudra. Pressez Démarrer ({keys}) et attendez quelques secondes : le moteur travaille à côté de la fenêtre, qui reste libre.</translation>
    </message>
    <message>
        <source>The marked part, pixel by pixel</source>
        <translation>La partie marquée, pixel par pixel</translation>
    </message>
    <message>
        <source>The newest of your models that fits the scale.</source>
        <translation>Le plus récent de vos modèles qui convient au facteur.</translation>
    </message>
    <message>
        <source>The newest picture is shown</source>
        <translation>L’image la plus récente est montrée</translation>
    </message>
    <message>
        <source>The next place</source>
        <translation>L’endroit suivant</translation>
    </message>
    <message>
        <source>The next run takes its kernel from {name}</source>
        <translation>Le prochain calcul prend son noyau dans {name}</translation>
    </message>
    <message>
        <source>The next step ({keys})</source>
        <translation>L’étape suivante ({keys})</translation>
    </message>
    <message>
        <source>The part of the scan that is shown of every picture, pixel by pixel</source>
        <translation>La partie de l’échographie montrée de chaque image, pixel par pixel</translation>
    </message>
    <message>
        <source>The patient's name, dates and identifiers stay in the file. Private attributes go.</source>
        <translation>Le nom, les dates et les identifiants du patient restent dans le fichier. Les attributs privés sont retirés.</translation>
    </message>
    <message>
        <source>The picture nearest to bicubic that, shrunk again, gives the scan back.</source>
        <translation>L’image la plus proche du bicubique qui, réduite à nouveau, redonne l’échographie.</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>L’endroit précédent</translation>
    </message>
    <message>
        <source>The plot follows the pictures in the panes.</source>
        <translation>Le graphique suit les images des volets.</translation>
    </message>
    <message>
        <source>The probe, its frequency and the depth decide what can be told apart. Enlarging by 2 halves the pixel, not the width of the beam. Two wires that the scan shows as one stay one, or become two by guess.</source>
        <translation>La sonde, sa fréquence et la profondeur décident de ce qui peut être distingué. Agrandir par 2 divise le pixel par deux, pas la largeur du faisceau. Deux fils que l’échographie montre comme un seul restent un seul, ou deviennent deux par conjecture.</translation>
    </message>
    <message>
        <source>The program did not end cleanly last time.</source>
        <translation>Le programme ne s’est pas terminé proprement la dernière fois.</translation>
    </message>
    <message>
        <source>The protocol's own</source>
        <translation>Celui du protocole</translation>
    </message>
    <message>
        <source>The queue is being worked off; wait for it or pause it.</source>
        <translation>La file d’attente est en cours de traitement ; attendez ou mettez-la en pause.</translation>
    </message>
    <message>
        <source>The queue is done: {count} enlarged</source>
        <translation>La file est terminée : {count} agrandis</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>La file d’attente est vide</translation>
    </message>
    <message>
        <source>The race begins</source>
        <translation>La course commence</translation>
    </message>
    <message>
        <source>The race is over</source>
        <translation>La course est finie</translation>
    </message>
    <message>
        <source>The real scan was found in {share} of the pairs decided.</source>
        <translation>La vraie échographie a été trouvée dans {share} des paires tranchées.</translation>
    </message>
    <message>
        <source>The report could not be made ({kind}: {error}).</source>
        <translation>Le rapport n’a pas pu être établi ({kind} : {error}).</translation>
    </message>
    <message>
        <source>The report was written, but read again {wrong}. Write it once more, in another folder.</source>
        <translation>Le rapport a été écrit, mais relu {wrong}. Écrivez-le encore une fois, dans un autre dossier.</translation>
    </message>
    <message>
        <source>The right one is number</source>
        <translation>La bonne est le numéro</translation>
    </message>
    <message>
        <source>The run is being prepared, or ending</source>
        <translation>Le calcul se prépare ou se termine</translation>
    </message>
    <message>
        <source>The same plan and seed on the same scan</source>
        <translation>Le même plan et la même graine sur la même échographie</translation>
    </message>
    <message>
        <source>The same seed draws the same order and the same sides</source>
        <translation>La même graine tire le même ordre et les mêmes côtés</translation>
    </message>
    <message>
        <source>The same seed gives the same figures</source>
        <translation>La même graine donne les mêmes chiffres</translation>
    </message>
    <message>
        <source>The same seed gives the same result</source>
        <translation>La même graine donne le même résultat</translation>
    </message>
    <message>
        <source>The scan</source>
        <translation>L’échographie</translation>
    </message>
    <message>
        <source>The scan as it was opened</source>
        <translation>L’échographie telle qu’elle a été ouverte</translation>
    </message>
    <message>
        <source>The scan as it was read</source>
        <translation>L’échographie telle qu’elle a été lue</translation>
    </message>
    <message>
        <source>The scan holds hardly more detail than interpolation shows.</source>
        <translation>L’échographie ne contient guère plus de détail que l’interpolation n’en montre.</translation>
    </message>
    <message>
        <source>The scan holds hardly more detail than interpolation shows: what the picture shows beyond it is next to nothing.</source>
        <translation>L’échographie ne contient guère plus de détail que l’interpolation n’en montre : ce que l’image montre au-delà n’est presque rien.</translation>
    </message>
    <message>
        <source>The scan is being read…</source>
        <translation>L’échographie est en cours de lecture…</translation>
    </message>
    <message>
        <source>The scan is enlarged; there is no truth to measure against.</source>
        <translation>L’échographie est agrandie ; il n’y a pas de vérité à laquelle la comparer.</translation>
    </message>
    <message>
        <source>The scan is made smaller and enlarged again, and the result is measured against the scan itself.</source>
        <translation>L’échographie est réduite puis agrandie à nouveau, et le résultat est mesuré par rapport à l’échographie elle-même.</translation>
    </message>
    <message>
        <source>The scan was shrunk, enlarged again and held against itself; 8-bit luma, all pixels. Higher is better for PSNR and SSIM, lower for LPIPS.</source>
        <translation>L’échographie a été réduite, agrandie à nouveau et comparée à elle-même ; luma sur 8 bits, tous les pixels. Plus haut est mieux pour PSNR et SSIM, plus bas pour LPIPS.</translation>
    </message>
    <message>
        <source>The source is no DICOM file: it names no patient in a header.</source>
        <translation>La source n’est pas un fichier DICOM : elle ne nomme aucun patient dans un en-tête.</translation>
    </message>
    <message>
        <source>The step before ({keys})</source>
        <translation>L’étape précédente ({keys})</translation>
    </message>
    <message>
        <source>The study's wavelet network: learns to sharpen and to clean at once.</source>
        <translation>Le réseau d’ondelettes de l’étude : apprend à affiner et à nettoyer à la fois.</translation>
    </message>
    <message>
        <source>The table tells what the caliper measures in every picture.</source>
        <translation>Le tableau dit ce que le curseur mesure dans chaque image.</translation>
    </message>
    <message>
        <source>The terms of everything that USSR rests on</source>
        <translation>Les conditions de tout ce sur quoi repose USSR</translation>
    </message>
    <message>
        <source>The test failed: {problem}</source>
        <translation>Le test a échoué : {problem}</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Le test a été arrêté.</translation>
    </message>
    <message>
        <source>The truth</source>
        <translation>La vérité</translation>
    </message>
    <message>
        <source>The truth, else the input</source>
        <translation>La vérité, sinon l’entrée</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Celle d’habitude</translation>
    </message>
    <message>
        <source>The whole screen for the window, and back</source>
        <translation>Tout l’écran pour la fenêtre, et retour</translation>
    </message>
    <message>
        <source>The window answered: {stalls}</source>
        <translation>La fenêtre a répondu : {stalls}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>There is no finished kernel</source>
        <translation>Il n’y a pas de noyau achevé</translation>
    </message>
    <message>
        <source>There is no overlay to take away</source>
        <translation>Il n’y a pas de superposition à retirer</translation>
    </message>
    <message>
        <source>There is no picture to record.</source>
        <translation>Il n’y a pas d’image à enregistrer.</translation>
    </message>
    <message>
        <source>There is no picture {number}</source>
        <translation>Il n’y a pas d’image {number}</translation>
    </message>
    <message>
        <source>There is no result yet</source>
        <translation>Il n’y a pas encore de résultat</translation>
    </message>
    <message>
        <source>There is no result yet, or it is shown with full trust</source>
        <translation>Il n’y a pas encore de résultat, ou il est montré en pleine confiance</translation>
    </message>
    <message>
        <source>There is no result yet: choose SimReg, turn on its knob “Maps” and press Start</source>
        <translation>Il n’y a pas encore de résultat : choisissez SimReg, activez son réglage « Cartes » et pressez Démarrer</translation>
    </message>
    <message>
        <source>There is no truth to hold the pictures against, and so there is no score.</source>
        <translation>Il n’y a pas de vérité à laquelle comparer les images, donc pas de score.</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Il n’y a rien à annuler</translation>
    </message>
    <message>
        <source>These are the largest words</source>
        <translation>Ce sont les plus grands textes</translation>
    </message>
    <message>
        <source>These are the smallest words</source>
        <translation>Ce sont les plus petits textes</translation>
    </message>
    <message>
        <source>This is the newest release, {own}.</source>
        <translation>C’est la version la plus récente, {own}.</translation>
    </message>
    <message>
        <source>This is {own}, newer than the newest release, {newest}.</source>
        <translation>C’est la version {own}, plus récente que la dernière publiée, {newest}.</translation>
    </message>
    <message>
        <source>This key cannot be chosen</source>
        <translation>Cette touche ne peut pas être choisie</translation>
    </message>
    <message>
        <source>This run has no maps: choose SimReg, turn on its knob “Maps” and run again</source>
        <translation>Ce calcul n’a pas de cartes : choisissez SimReg, activez son réglage « Cartes » et relancez</translation>
    </message>
    <message>
        <source>This run would take about {needed}, and {free} are free. Choose a smaller scale or another method, crop the scan, or close other programs.</source>
        <translation>Ce calcul prendrait environ {needed}, et {free} sont libres. Choisissez un facteur plus petit ou une autre méthode, recadrez l’échographie, ou fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Three layers at the scan's own size, trained on this scan.</source>
        <translation>Trois couches à la taille même de l’échographie, entraînées sur elle.</translation>
    </message>
    <message>
        <source>Three minutes on a sample</source>
        <translation>Trois minutes sur un exemple</translation>
    </message>
    <message>
        <source>Three minutes on a sample, step by step</source>
        <translation>Trois minutes sur un exemple, pas à pas</translation>
    </message>
    <message>
        <source>Tick a method and a scale first; then add the files again.</source>
        <translation>Cochez d’abord une méthode et un facteur ; puis ajoutez à nouveau les fichiers.</translation>
    </message>
    <message>
        <source>Tick at least one degradation.</source>
        <translation>Cochez au moins une dégradation.</translation>
    </message>
    <message>
        <source>Tick at least one method.</source>
        <translation>Cochez au moins une méthode.</translation>
    </message>
    <message>
        <source>Tick at least one scale.</source>
        <translation>Cochez au moins un facteur.</translation>
    </message>
    <message>
        <source>Tick the truth, not as the reference, and one more picture.</source>
        <translation>Cochez la vérité, pas comme référence, et une autre image.</translation>
    </message>
    <message>
        <source>Tick two pictures or more.</source>
        <translation>Cochez deux images ou plus.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation>Titre de la leçon</translation>
    </message>
    <message>
        <source>To study what adversarial training does to texture.</source>
        <translation>Pour étudier ce que l’entraînement adverse fait à la texture.</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Jusqu’à la fin</translation>
    </message>
    <message>
        <source>Together at most</source>
        <translation>Ensemble au plus</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Trust and protection</source>
        <translation>Confiance et protection</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Vérité</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try all failed again</source>
        <translation>Réessayer tous les échecs</translation>
    </message>
    <message>
        <source>Turn every knob back to what the method proposes</source>
        <translation>Remettre chaque réglage à ce que la méthode propose</translation>
    </message>
    <message>
        <source>Twenty layers, trained on this scan.</source>
        <translation>Vingt couches, entraînées sur cette échographie.</translation>
    </message>
    <message>
        <source>Two generators and two critics learn fine and coarse from this scan.</source>
        <translation>Deux générateurs et deux critiques apprennent le fin et le grossier de cette échographie.</translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation>Deux volets</translation>
    </message>
    <message>
        <source>Two pictures by turns, in squares</source>
        <translation>Deux images en alternance, par carrés</translation>
    </message>
    <message>
        <source>Two pictures of one place stand side by side, without names and on sides drawn by chance. You say which one is better, or which one is the real scan. At the end the pictures are ranked, with how sure the ranking is.</source>
        <translation>Deux images d’un même endroit se tiennent côte à côte, sans nom et de côtés tirés au sort. Vous dites laquelle est la meilleure, ou laquelle est la vraie échographie. À la fin, les images sont classées, avec la certitude du classement.</translation>
    </message>
    <message>
        <source>USSR is free software under the MIT licence. It rests on {count} other parts, each under its own.</source>
        <translation>USSR est un logiciel libre sous licence MIT. Il repose sur {count} autres composants, chacun sous la sienne.</translation>
    </message>
    <message>
        <source>USSR {newest} is there; this is {own}.</source>
        <translation>USSR {newest} est disponible ; celle-ci est la {own}.</translation>
    </message>
    <message>
        <source>Ultrasound Self-supervised Super-Resolution: learns from one scan, enlarges it, and shows what was gained.</source>
        <translation>Super-résolution échographique autosupervisée : apprend d’une seule échographie, l’agrandit et montre ce qui a été gagné.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Annuler la suppression</translation>
    </message>
    <message>
        <source>Undo dragging with the right button</source>
        <translation>Défaire le glissement du bouton droit</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Inexpliqué</translation>
    </message>
    <message>
        <source>Unexplained, × noise</source>
        <translation>Inexpliqué, × bruit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>Unprotect region</source>
        <translation>Ne plus protéger la région</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Used: it is the first GPU that was found, and nothing else is chosen under Device.</source>
        <translation>Utilisé : c’est la première carte graphique trouvée, et rien d’autre n’est choisi sous Matériel.</translation>
    </message>
    <message>
        <source>Used: there is no GPU that could be. Everything works, learning methods take longer.</source>
        <translation>Utilisé : aucune carte graphique ne peut l’être. Tout fonctionne, les méthodes qui apprennent prennent plus de temps.</translation>
    </message>
    <message>
        <source>Used: you have chosen it under Device in the Method panel.</source>
        <translation>Utilisé : vous l’avez choisi sous Matériel dans le panneau Méthode.</translation>
    </message>
    <message>
        <source>Usually {usual}</source>
        <translation>D’habitude {usual}</translation>
    </message>
    <message>
        <source>VGG19, for the study's perceptual term</source>
        <translation>VGG19, pour le terme perceptif de l’étude</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Variance, grey levels²</source>
        <translation>Variance, niveaux de gris²</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version, device, answer time</source>
        <translation>Version, matériel, temps de réponse</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>Vaisseau</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Wavelet sub-bands</source>
        <translation>Sous-bandes d’ondelettes</translation>
    </message>
    <message>
        <source>Weights are looked for in {folder}</source>
        <translation>Les poids sont cherchés dans {folder}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What did you do, what did you expect, and what came instead? Please name no patient.</source>
        <translation>Qu’avez-vous fait, qu’attendiez-vous, et qu’est-il arrivé ? Ne nommez aucun patient.</translation>
    </message>
    <message>
        <source>What differs from {name}, same part</source>
        <translation>Ce qui diffère de {name}, même partie</translation>
    </message>
    <message>
        <source>What each does, when, and how long it takes</source>
        <translation>Ce que fait chacune, quand, et combien de temps elle prend</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Que s’est-il passé ?</translation>
    </message>
    <message>
        <source>What is left is shared equally among those that still wait</source>
        <translation>Le reste est partagé également entre ceux qui attendent encore</translation>
    </message>
    <message>
        <source>What it can and cannot show</source>
        <translation>Forces et limites</translation>
    </message>
    <message>
        <source>What it is about, in a sentence</source>
        <translation>De quoi elle parle, en une phrase</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>Ce qu’il montre</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>Que faut-il faire ?</translation>
    </message>
    <message>
        <source>What the file will hold</source>
        <translation>Ce que contiendra le fichier</translation>
    </message>
    <message>
        <source>What the row has no room for</source>
        <translation>Ce qui ne tient pas sur la ligne</translation>
    </message>
    <message>
        <source>What the scores mean</source>
        <translation>Ce que disent les scores</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>What was found of the scan</source>
        <translation>Ce qui a été trouvé de l’échographie</translation>
    </message>
    <message>
        <source>What was gained?</source>
        <translation>Qu’a-t-on gagné ?</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Ce que vous pouvez faire</translation>
    </message>
    <message>
        <source>What {host} sends is no list of releases.</source>
        <translation>Ce que {host} envoie n’est pas une liste de versions.</translation>
    </message>
    <message>
        <source>What {method} made of the clean scan</source>
        <translation>Ce que {method} a fait de l’échographie propre</translation>
    </message>
    <message>
        <source>What {method} made of the noisy scan</source>
        <translation>Ce que {method} a fait de l’échographie bruitée</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Wheel or + − zooms, drag or Ctrl with arrows moves, F shows the place again; Backspace takes an answer back.</source>
        <translation>Molette ou + − zooment, glisser ou Ctrl avec les flèches déplace, F remontre l’endroit ; Retour arrière reprend une réponse.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>When a learning method shall be shown in little time, as in a course.</source>
        <translation>Quand il faut montrer une méthode qui apprend en peu de temps, comme en cours.</translation>
    </message>
    <message>
        <source>Where it was measured</source>
        <translation>Où il a été mesuré</translation>
    </message>
    <message>
        <source>Where nothing may be invented, and as the picture that every other one is held against.</source>
        <translation>Là où rien ne doit être inventé, et comme l’image à laquelle toute autre est comparée.</translation>
    </message>
    <message>
        <source>Where the method runs</source>
        <translation>Où s’exécute la méthode</translation>
    </message>
    <message>
        <source>Where the methods run</source>
        <translation>Où s’exécutent les méthodes</translation>
    </message>
    <message>
        <source>Where the structure differs from the reference's: bright is unlike</source>
        <translation>Où la structure diffère de celle de la référence : clair est dissemblable</translation>
    </message>
    <message>
        <source>Whether the colour channels get the same noise</source>
        <translation>Si les canaux de couleur reçoivent le même bruit</translation>
    </message>
    <message>
        <source>Which device is used, why, and how fast it is</source>
        <translation>Quel matériel est utilisé, pourquoi, et à quelle vitesse</translation>
    </message>
    <message>
        <source>Which is better?</source>
        <translation>La meilleure ?</translation>
    </message>
    <message>
        <source>Which is real?</source>
        <translation>La vraie ?</translation>
    </message>
    <message>
        <source>Which method for which scan?</source>
        <translation>Quelle méthode pour quelle échographie ?</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Entier</translation>
    </message>
    <message>
        <source>Why not my GPU?</source>
        <translation>Pourquoi pas ma carte graphique ?</translation>
    </message>
    <message>
        <source>Why that is right; shown after the answer</source>
        <translation>Pourquoi c’est juste ; montré après la réponse</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Width × height in pixels of the scan</source>
        <translation>Largeur × hauteur en pixels de l’échographie</translation>
    </message>
    <message>
        <source>Window and colours per pane</source>
        <translation>Fenêtre et couleurs par volet</translation>
    </message>
    <message>
        <source>Window and level as stored</source>
        <translation>Fenêtre et niveau d’origine</translation>
    </message>
    <message>
        <source>Window's answer time</source>
        <translation>Temps de réponse de la fenêtre</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>Fils</translation>
    </message>
    <message>
        <source>Without noise it is bicubic. Fine speckle that is real goes with the noise.</source>
        <translation>Sans bruit, c’est le bicubique. Le speckle fin et réel part avec le bruit.</translation>
    </message>
    <message>
        <source>Without the truth</source>
        <translation>Sans la vérité</translation>
    </message>
    <message>
        <source>Without this the file says nothing of whose scan it is</source>
        <translation>Sans cela, le fichier ne dit rien de la personne examinée</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gagnées</translation>
    </message>
    <message>
        <source>Words and controls at {scale} %</source>
        <translation>Textes et commandes à {scale} %</translation>
    </message>
    <message>
        <source>Work the queue off; or pause it</source>
        <translation>Traiter la file d’attente ; ou la mettre en pause</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Espace de travail</translation>
    </message>
    <message>
        <source>Write a PDF and an HTML page of this scan and its runs</source>
        <translation>Écrire un PDF et une page HTML de cette échographie et de ses calculs</translation>
    </message>
    <message>
        <source>Write every figure into a CSV file</source>
        <translation>Écrire chaque chiffre dans un fichier CSV</translation>
    </message>
    <message>
        <source>Write every item into a CSV file</source>
        <translation>Écrire chaque élément dans un fichier CSV</translation>
    </message>
    <message>
        <source>Write table…</source>
        <translation>Écrire le tableau…</translation>
    </message>
    <message>
        <source>Write the plot as SVG or PNG</source>
        <translation>Écrire le graphique en SVG ou PNG</translation>
    </message>
    <message>
        <source>Write the question first.</source>
        <translation>Écrivez d’abord la question.</translation>
    </message>
    <message>
        <source>Write the table of the queue</source>
        <translation>Écrire le tableau de la file d’attente</translation>
    </message>
    <message>
        <source>Writing frame {step}…</source>
        <translation>Écriture de l’image {step}…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Written and read back: {path}. Nothing was sent.</source>
        <translation>Écrit et relu : {path}. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Written and read back: {pdf} ({pages}) and {name}</source>
        <translation>Écrit et relu : {pdf} ({pages}) et {name}</translation>
    </message>
    <message>
        <source>Written into the file, so that others can rely on it</source>
        <translation>Inscrit dans le fichier, pour que d’autres puissent s’y fier</translation>
    </message>
    <message>
        <source>Written: {answers} and {name} beside it</source>
        <translation>Écrit : {answers}, et {name} à côté</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit : {path}</translation>
    </message>
    <message>
        <source>You do every step yourself, or press “Do it for me”. Click the picture “Cysts” ({keys}).</source>
        <translation>Vous faites chaque étape vous-même, ou pressez « Le faire pour moi ». Cliquez sur l’image « Kystes » ({keys}).</translation>
    </message>
    <message>
        <source>You measured {found} mm; the simulation made it {known} mm.</source>
        <translation>Vous avez mesuré {found} mm ; la simulation l’a fait de {known} mm.</translation>
    </message>
    <message>
        <source>Your name or initials go into the files that you export, and, while you are not through, into a session that you save; nowhere else.</source>
        <translation>Votre nom ou vos initiales vont dans les fichiers que vous exportez et, tant que vous n’avez pas fini, dans une session que vous enregistrez ; nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Your other scans and runs are unchanged.</source>
        <translation>Vos autres échographies et calculs sont intacts.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Zoom {percent:.0f} %</source>
        <translation>Zoom {percent:.0f} %</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un fichier</translation>
    </message>
    <message>
        <source>a style sheet</source>
        <translation>une feuille de style</translation>
    </message>
    <message>
        <source>about {first}–{last} {unit} left</source>
        <translation>encore {first} à {last} {unit} environ</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>add a step</source>
        <translation>l’ajout d’une étape</translation>
    </message>
    <message>
        <source>ahead: {label}</source>
        <translation>en tête : {label}</translation>
    </message>
    <message numerus="yes">
        <source>all frames, from %n frames: {frames}</source>
        <translation><numerusform>toutes les images, d’après %n image : {frames}</numerusform><numerusform>toutes les images, d’après %n images : {frames}</numerusform></translation>
    </message>
    <message>
        <source>along {name}, {unit}</source>
        <translation>le long de {name}, {unit}</translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>et {more} de plus</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>angle</translation>
    </message>
    <message>
        <source>answer in a blind reading: left, can't tell, right</source>
        <translation>répondre dans une lecture en aveugle : gauche, indécis, droite</translation>
    </message>
    <message>
        <source>area</source>
        <translation>aire</translation>
    </message>
    <message>
        <source>arrow keys move the view, the curtain and the chosen point</source>
        <translation>les flèches déplacent la vue, le rideau et le point choisi</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>comme le dit le fichier</translation>
    </message>
    <message>
        <source>at step {at:g}</source>
        <translation>au pas {at:g}</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>axial, {cycles}</source>
        <translation>axial, {cycles}</translation>
    </message>
    <message>
        <source>before shrinking</source>
        <translation>avant réduction</translation>
    </message>
    <message>
        <source>being developed…</source>
        <translation>en développement…</translation>
    </message>
    <message>
        <source>best {best}</source>
        <translation>meilleur {best}</translation>
    </message>
    <message>
        <source>best, step {best}</source>
        <translation>meilleur, pas {best}</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicubique</translation>
    </message>
    <message>
        <source>blind reading left at {reached}</source>
        <translation>lecture en aveugle interrompue à {reached}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abandonné</translation>
    </message>
    <message>
        <source>change the question</source>
        <translation>la modification de la question</translation>
    </message>
    <message>
        <source>change the title</source>
        <translation>la modification du titre</translation>
    </message>
    <message>
        <source>change the words</source>
        <translation>la modification du texte</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>propre</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>crops and differences</source>
        <translation>recadrages et différences</translation>
    </message>
    <message>
        <source>cycles per mm</source>
        <translation>cycles par mm</translation>
    </message>
    <message>
        <source>cycles per pixel</source>
        <translation>cycles par pixel</translation>
    </message>
    <message>
        <source>dB against the truth, where it is known</source>
        <translation>dB par rapport à la vérité, là où elle est connue</translation>
    </message>
    <message>
        <source>delete a step</source>
        <translation>la suppression d’une étape</translation>
    </message>
    <message>
        <source>delete all</source>
        <translation>la suppression de tout</translation>
    </message>
    <message>
        <source>delete {name}</source>
        <translation>la suppression de {name}</translation>
    </message>
    <message>
        <source>depth, {unit}</source>
        <translation>profondeur, {unit}</translation>
    </message>
    <message>
        <source>draw in the middle of the view; put the tool away</source>
        <translation>dessiner au milieu de la vue ; ranger l’outil</translation>
    </message>
    <message>
        <source>draw on all panes; drag ends to change it</source>
        <translation>dessiner sur tous les volets ; glisser une extrémité la modifie</translation>
    </message>
    <message>
        <source>draw {name}</source>
        <translation>le tracé de {name}</translation>
    </message>
    <message>
        <source>ending…</source>
        <translation>se termine…</translation>
    </message>
    <message>
        <source>enlarged as it is</source>
        <translation>agrandie telle quelle</translation>
    </message>
    <message>
        <source>enlarged ×{scale} as it is</source>
        <translation>agrandie ×{scale} telle quelle</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>données</translation>
    </message>
    <message>
        <source>fields and tables copy and paste by them</source>
        <translation>champs et tableaux s’en servent pour copier et coller</translation>
    </message>
    <message>
        <source>find nothing</source>
        <translation>l’arrêt de la recherche</translation>
    </message>
    <message>
        <source>find text and colour</source>
        <translation>la recherche de texte et de couleur</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>finished early</source>
        <translation>fini plus tôt</translation>
    </message>
    <message>
        <source>finished · {time}</source>
        <translation>terminé · {time}</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>se termine</translation>
    </message>
    <message>
        <source>flicker {flicker:.2f}, bicubic {flicker_interpolated:.2f}</source>
        <translation>scintillement {flicker:.2f}, bicubique {flicker_interpolated:.2f}</translation>
    </message>
    <message>
        <source>forming, step {step}</source>
        <translation>en formation, pas {step}</translation>
    </message>
    <message>
        <source>frame {index}</source>
        <translation>image {index}</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>d’un fichier</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>grey level</source>
        <translation>niveau de gris</translation>
    </message>
    <message>
        <source>grey level {where}</source>
        <translation>niveau de gris {where}</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>niveaux de gris</translation>
    </message>
    <message>
        <source>grey {grey:.0f}</source>
        <translation>gris {grey:.0f}</translation>
    </message>
    <message>
        <source>half under {p50:.0f} ms, 99 % under {p99:.0f} ms, longest {longest:.0f} ms</source>
        <translation>la moitié en moins de {p50:.0f} ms, 99 % en moins de {p99:.0f} ms, la plus longue {longest:.0f} ms</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identique</translation>
    </message>
    <message>
        <source>in grey levels</source>
        <translation>en niveaux de gris</translation>
    </message>
    <message>
        <source>in the run history: delete, restore</source>
        <translation>dans l’historique des calculs : supprimer, restaurer</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>in {name}</source>
        <translation>dans {name}</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>it could not reach the leader</source>
        <translation>il ne pouvait plus rattraper le premier</translation>
    </message>
    <message>
        <source>it has {found} pages instead of {pages}</source>
        <translation>il a {found} pages au lieu de {pages}</translation>
    </message>
    <message>
        <source>it holds no millimetres</source>
        <translation>il ne contient pas de millimètres</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>il est tronqué</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>ce n’est pas du texte</translation>
    </message>
    <message>
        <source>it lacks the research-use sentence</source>
        <translation>il lui manque la mention d’usage pour la recherche</translation>
    </message>
    <message>
        <source>it would load {outside}</source>
        <translation>il chargerait {outside}</translation>
    </message>
    <message>
        <source>its numbers agree with the processor's</source>
        <translation>ses nombres concordent avec ceux du processeur</translation>
    </message>
    <message>
        <source>its numbers agree with those of double precision</source>
        <translation>ses nombres concordent avec ceux de la double précision</translation>
    </message>
    <message>
        <source>its numbers are off by {percent} %: do not use it</source>
        <translation>ses nombres s’écartent de {percent} % : ne l’utilisez pas</translation>
    </message>
    <message>
        <source>its numbers are wrong</source>
        <translation>ses nombres sont faux</translation>
    </message>
    <message>
        <source>its table of objects is not where its end says</source>
        <translation>sa table d’objets n’est pas là où sa fin le dit</translation>
    </message>
    <message>
        <source>its time was up</source>
        <translation>son temps était écoulé</translation>
    </message>
    <message>
        <source>known</source>
        <translation>connu</translation>
    </message>
    <message>
        <source>lateral, {cycles}</source>
        <translation>latéral, {cycles}</translation>
    </message>
    <message>
        <source>length</source>
        <translation>longueur</translation>
    </message>
    <message>
        <source>licence: {licence}</source>
        <translation>licence : {licence}</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>log strength</source>
        <translation>log de la force</translation>
    </message>
    <message>
        <source>lumen 6.0 mm wide</source>
        <translation>lumière 6.0 mm</translation>
    </message>
    <message>
        <source>lumen {size} mm wide</source>
        <translation>lumière large de {size} mm</translation>
    </message>
    <message>
        <source>measurements</source>
        <translation>mesures</translation>
    </message>
    <message>
        <source>millimetres unknown</source>
        <translation>millimètres inconnus</translation>
    </message>
    <message>
        <source>more keys</source>
        <translation>d’autres touches</translation>
    </message>
    <message>
        <source>move</source>
        <translation>déplacement</translation>
    </message>
    <message>
        <source>move a step</source>
        <translation>le déplacement d’une étape</translation>
    </message>
    <message>
        <source>move all panes together</source>
        <translation>déplacer tous les volets ensemble</translation>
    </message>
    <message>
        <source>move the chosen point; Shift faster, Ctrl finer</source>
        <translation>déplacer le point choisi ; Maj plus vite, Ctrl plus fin</translation>
    </message>
    <message>
        <source>move {name}</source>
        <translation>le déplacement de {name}</translation>
    </message>
    <message>
        <source>n target</source>
        <translation>n cible</translation>
    </message>
    <message>
        <source>next control, previous control</source>
        <translation>commande suivante, commande précédente</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>no estimate yet</source>
        <translation>pas encore d’estimation</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>aucune touche</translation>
    </message>
    <message>
        <source>no licence is stated</source>
        <translation>aucune licence n’est indiquée</translation>
    </message>
    <message>
        <source>no millimetres are known</source>
        <translation>aucun millimètre n’est connu</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>bruitée</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>aucun trouvé</translation>
    </message>
    <message>
        <source>none kept</source>
        <translation>aucun gardé</translation>
    </message>
    <message>
        <source>not all of its pictures can be read</source>
        <translation>toutes ses images ne peuvent pas être lues</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sans réponse</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>non mesuré</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>pas juste</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>sans étoile</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>pas démarré</translation>
    </message>
    <message>
        <source>now {last:g}</source>
        <translation>actuel {last:g}</translation>
    </message>
    <message>
        <source>object {number} is not where its table says</source>
        <translation>l’objet {number} n’est pas là où sa table le dit</translation>
    </message>
    <message>
        <source>of the whole picture</source>
        <translation>de toute l’image</translation>
    </message>
    <message>
        <source>of {steps}</source>
        <translation>sur {steps}</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>sur {time}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>one pane, and back</source>
        <translation>un seul volet, et retour</translation>
    </message>
    <message>
        <source>open them; many, or a folder, go into the queue</source>
        <translation>les ouvrir ; plusieurs, ou un dossier, vont dans la file d’attente</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>autres réglages</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>picture of step {chosen}</source>
        <translation>image du pas {chosen}</translation>
    </message>
    <message>
        <source>power, dB</source>
        <translation>puissance, dB</translation>
    </message>
    <message>
        <source>protect {name}</source>
        <translation>la protection de {name}</translation>
    </message>
    <message>
        <source>rate 0</source>
        <translation>taux 0</translation>
    </message>
    <message>
        <source>rate ÷ {rate:.2g}</source>
        <translation>taux ÷ {rate:.2g}</translation>
    </message>
    <message>
        <source>reading both again</source>
        <translation>relecture des deux</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>rename {name}</source>
        <translation>le renommage de {name}</translation>
    </message>
    <message>
        <source>result</source>
        <translation>résultat</translation>
    </message>
    <message>
        <source>retake a step</source>
        <translation>la reprise d’une étape</translation>
    </message>
    <message>
        <source>right</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>row {row:.2f}, column {column:.2f}</source>
        <translation>ligne {row:.2f}, colonne {column:.2f}</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>saved {time} ago</source>
        <translation>enregistré il y a {time}</translation>
    </message>
    <message>
        <source>see its text</source>
        <translation>voir son texte</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>graine {seed}</translation>
    </message>
    <message>
        <source>share of pairs in which the real scan was found; 0.5 is guessing</source>
        <translation>part des paires où la vraie échographie a été trouvée ; 0,5, c’est deviner</translation>
    </message>
    <message>
        <source>shrunk and compared with itself</source>
        <translation>réduite et comparée à elle-même</translation>
    </message>
    <message>
        <source>shrunk by {challenge}</source>
        <translation>réduit par {challenge}</translation>
    </message>
    <message>
        <source>shrunk ÷{scale} by Method {degradation} and enlarged again</source>
        <translation>réduite ÷{scale} par la Méthode {degradation} puis agrandie</translation>
    </message>
    <message>
        <source>spatial frequency, {cycles}</source>
        <translation>fréquence spatiale, {cycles}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>avec étoile</translation>
    </message>
    <message>
        <source>step</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>step {checkpoint}</source>
        <translation>pas {checkpoint}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>pas {step}</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>stopped: {why}</source>
        <translation>arrêté : {why}</translation>
    </message>
    <message>
        <source>taken for granted: the file does not say</source>
        <translation>supposé : le fichier ne le dit pas</translation>
    </message>
    <message>
        <source>the HTML page</source>
        <translation>la page HTML</translation>
    </message>
    <message>
        <source>the PDF</source>
        <translation>le PDF</translation>
    </message>
    <message>
        <source>the engine is starting</source>
        <translation>le moteur démarre</translation>
    </message>
    <message>
        <source>the method, its plan and seed, the trust, </source>
        <translation>la méthode, son plan et sa graine, la confiance, </translation>
    </message>
    <message>
        <source>the new keys</source>
        <translation>les nouvelles touches</translation>
    </message>
    <message>
        <source>the region shown</source>
        <translation>la région montrée</translation>
    </message>
    <message>
        <source>the right answer</source>
        <translation>la bonne réponse</translation>
    </message>
    <message>
        <source>the session was saved while it ran</source>
        <translation>la session a été enregistrée pendant qu’il courait</translation>
    </message>
    <message>
        <source>the time of the race was up</source>
        <translation>le temps de la course était écoulé</translation>
    </message>
    <message>
        <source>the truth</source>
        <translation>la vérité</translation>
    </message>
    <message>
        <source>the usual settings</source>
        <translation>les réglages habituels</translation>
    </message>
    <message>
        <source>they open recent files</source>
        <translation>elles ouvrent les fichiers récents</translation>
    </message>
    <message>
        <source>they open the menus</source>
        <translation>elles ouvrent les menus</translation>
    </message>
    <message>
        <source>they zoom one pane alone</source>
        <translation>elles zooment un seul volet</translation>
    </message>
    <message>
        <source>three minutes on a sample</source>
        <translation>trois minutes sur un exemple</translation>
    </message>
    <message>
        <source>unknown yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>unprotect {name_of}</source>
        <translation>le retrait de la protection de {name_of}</translation>
    </message>
    <message>
        <source>up to 6.0 mm wide</source>
        <translation>jusqu’à 6.0 mm</translation>
    </message>
    <message>
        <source>up to {last} {unit} left</source>
        <translation>encore jusqu’à {last} {unit}</translation>
    </message>
    <message>
        <source>used for training</source>
        <translation>utilisé pour l’apprentissage</translation>
    </message>
    <message>
        <source>variance = {law}</source>
        <translation>variance = {law}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>window (across) and level (up, down)</source>
        <translation>fenêtre (horizontalement) et niveau (verticalement)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>your answer, which is not right</source>
        <translation>votre réponse, qui n’est pas juste</translation>
    </message>
    <message>
        <source>zoom at the cursor</source>
        <translation>zoomer à l’endroit du pointeur</translation>
    </message>
    <message>
        <source>zoom or move one pane alone</source>
        <translation>zoomer ou déplacer un seul volet</translation>
    </message>
    <message>
        <source>{added} added</source>
        <translation>{added} ajoutés</translation>
    </message>
    <message>
        <source>{address} is not asked: it is no HTTPS address.</source>
        <translation>{address} n’est pas interrogée : ce n’est pas une adresse HTTPS.</translation>
    </message>
    <message>
        <source>{address} sends more than a list of releases.</source>
        <translation>{address} envoie plus qu’une liste de versions.</translation>
    </message>
    <message>
        <source>{angle:.0f}° from lateral towards depth</source>
        <translation>{angle:.0f}° du latéral vers la profondeur</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} sur {count}</translation>
    </message>
    <message>
        <source>{best} and {next_} are not told apart: the first is above the second with {sure:.0f} %.</source>
        <translation>{best} et {next_} ne se distinguent pas : la première est au-dessus de la seconde à {sure:.0f} %.</translation>
    </message>
    <message>
        <source>{best} is the strongest: {sure:.0f} % sure above {next_}.</source>
        <translation>{best} est la plus forte : sûre à {sure:.0f} % d’être au-dessus de {next_}.</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits} bits</translation>
    </message>
    <message>
        <source>{caption} picture</source>
        <translation>Image : {caption}</translation>
    </message>
    <message>
        <source>{chi_square:.2f} × noise</source>
        <translation>{chi_square:.2f} × bruit</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} Go</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} Mo</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{depth} mm deep, {across} mm from the left</source>
        <translation>à {depth} mm de profondeur, à {across} mm de la gauche</translation>
    </message>
    <message>
        <source>{distances} distances and positions agree to 0.1 %</source>
        <translation>{distances} distances et positions concordent à 0,1 %</translation>
    </message>
    <message>
        <source>{done} of {cells}</source>
        <translation>{done} sur {cells}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} sur {total} faits</translation>
    </message>
    <message>
        <source>{format} has no room for its map: choose TIFF to keep it.</source>
        <translation>{format} n’a pas de place pour sa carte : choisissez TIFF pour la garder.</translation>
    </message>
    <message>
        <source>{format} has no room for its maps: choose TIFF to keep them.</source>
        <translation>{format} n’a pas de place pour ses cartes : choisissez TIFF pour les garder.</translation>
    </message>
    <message>
        <source>{gigabytes} GB</source>
        <translation>{gigabytes} Go</translation>
    </message>
    <message>
        <source>{have} of {total}</source>
        <translation>{have} sur {total}</translation>
    </message>
    <message>
        <source>{hits} of {total} ({percent})</source>
        <translation>{hits} sur {total} ({percent})</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason}).</source>
        <translation>{host} ne peut pas être joint ({reason}).</translation>
    </message>
    <message>
        <source>{host} did not answer ({reason}).</source>
        <translation>{host} n’a pas répondu ({reason}).</translation>
    </message>
    <message>
        <source>{index} of {frames}</source>
        <translation>{index} sur {frames}</translation>
    </message>
    <message>
        <source>{kept} of them done earlier</source>
        <translation>dont {kept} déjà faites</translation>
    </message>
    <message>
        <source>{keys} belongs to {title}</source>
        <translation>{keys} appartient à {title}</translation>
    </message>
    <message>
        <source>{keys} cannot be chosen: {why}</source>
        <translation>{keys} ne peut pas être choisie : {why}</translation>
    </message>
    <message>
        <source>{kind} of {output} from {reference}</source>
        <translation>{kind} de {output} par rapport à {reference}</translation>
    </message>
    <message>
        <source>{known} stood there already</source>
        <translation>{known} y étaient déjà</translation>
    </message>
    <message>
        <source>{label} begins</source>
        <translation>{label} commence</translation>
    </message>
    <message>
        <source>{label} finishes early: {why}</source>
        <translation>{label} termine plus tôt : {why}</translation>
    </message>
    <message>
        <source>{label} has no star any more</source>
        <translation>{label} n’a plus d’étoile</translation>
    </message>
    <message>
        <source>{label} is in the race; {waiting} wait</source>
        <translation>{label} est dans la course ; {waiting} en attente</translation>
    </message>
    <message>
        <source>{label} starred</source>
        <translation>{label} a une étoile</translation>
    </message>
    <message>
        <source>{label}, begun on {when}, was interrupted. It can go on from step {checkpoint}.</source>
        <translation>{label}, commencé le {when}, a été interrompu. Il peut reprendre au pas {checkpoint}.</translation>
    </message>
    <message>
        <source>{label}, seed {seed}</source>
        <translation>{label}, graine {seed}</translation>
    </message>
    <message>
        <source>{language}, from the next start on</source>
        <translation>{language}, dès le prochain démarrage</translation>
    </message>
    <message>
        <source>{lateral:.4g} × {axial:.4g} mm per pixel</source>
        <translation>{lateral:.4g} × {axial:.4g} mm par pixel</translation>
    </message>
    <message>
        <source>{left} above, {right} below</source>
        <translation>{left} en haut, {right} en bas</translation>
    </message>
    <message>
        <source>{left} and {right} by turns</source>
        <translation>{left} et {right} en alternance</translation>
    </message>
    <message>
        <source>{left} on the left, {right} on the right</source>
        <translation>{left} à gauche, {right} à droite</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{memory:.1f} GB in use</source>
        <translation>{memory:.1f} Go utilisés</translation>
    </message>
    <message numerus="yes">
        <source>{names} have no key now.</source>
        <translation><numerusform>{names} n’a plus de touche.</numerusform><numerusform>{names} n’ont plus de touche.</numerusform></translation>
    </message>
    <message>
        <source>{name} cannot be read</source>
        <translation>{name} ne peut pas être lu</translation>
    </message>
    <message>
        <source>{name} is a scan that is open here; the program never writes over its input.</source>
        <translation>{name} est une échographie ouverte ici ; le programme n’écrase jamais son entrée.</translation>
    </message>
    <message>
        <source>{name} was read again by a second reader and held against its source: {count} checks, {measured}.</source>
        <translation>{name} a été relu par un second lecteur et confronté à sa source : {count} contrôles, {measured}.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer program; update this one.</source>
        <translation>{name} a été enregistré par un programme plus récent ; mettez celui-ci à jour.</translation>
    </message>
    <message>
        <source>{name} written</source>
        <translation>{name} écrit</translation>
    </message>
    <message>
        <source>{name} {value:.2f} from {low:.2f} to {high:.2f}</source>
        <translation>{name} {value:.2f} de {low:.2f} à {high:.2f}</translation>
    </message>
    <message>
        <source>{name}, background</source>
        <translation>{name}, fond</translation>
    </message>
    <message>
        <source>{name}, in percent</source>
        <translation>{name}, en pour cent</translation>
    </message>
    <message>
        <source>{name}, {method}, {scale} and {seed} are filled in</source>
        <translation>{name}, {method}, {scale} et {seed} sont remplis</translation>
    </message>
    <message>
        <source>{number} of {of}</source>
        <translation>{number} sur {of}</translation>
    </message>
    <message>
        <source>{off:.2f} grey levels</source>
        <translation>{off:.2f} niveaux de gris</translation>
    </message>
    <message>
        <source>{over} of {count} done · {time}{limit}</source>
        <translation>{over} sur {count} finis · {time}{limit}</translation>
    </message>
    <message>
        <source>{part} of it came earlier; the rest will follow.</source>
        <translation>{part} sont arrivés auparavant ; le reste suivra.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {problem}</source>
        <translation>Impossible d’écrire {path} : {problem}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another folder.</source>
        <translation>Impossible d’écrire {path} : {reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. Choose another folder.</source>
        <translation>Impossible d’écrire {path} : {why}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{path} was written, but read again it holds something else. Save it once more.</source>
        <translation>{path} a été écrit, mais relu il contient autre chose. Enregistrez-le encore une fois.</translation>
    </message>
    <message>
        <source>{psnr} ({sign}{gain:.2f} on bicubic)</source>
        <translation>{psnr} ({sign}{gain:.2f} sur bicubique)</translation>
    </message>
    <message>
        <source>{rate:.3g} a second</source>
        <translation>{rate:.3g} par seconde</translation>
    </message>
    <message>
        <source>{rate:g} a second</source>
        <translation>{rate:g} par seconde</translation>
    </message>
    <message>
        <source>{read} of {total} pairs read</source>
        <translation>{read} paires lues sur {total}</translation>
    </message>
    <message>
        <source>{reason}. Choose another folder.</source>
        <translation>{reason}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{research_use}. An enlarged picture can show detail that is not in the body; keep the original at hand.</source>
        <translation>{research_use}. Une image agrandie peut montrer des détails absents du corps ; gardez l’original à portée de main.</translation>
    </message>
    <message>
        <source>{research_use}. Either picture may be super-resolved.</source>
        <translation>{research_use}. Chacune des images peut être super-résolue.</translation>
    </message>
    <message>
        <source>{right} of {all} right</source>
        <translation>{right} justes sur {all}</translation>
    </message>
    <message>
        <source>{rows} × {columns}, of a step by 2</source>
        <translation>{rows} × {columns}, pour une réduction par 2</translation>
    </message>
    <message>
        <source>{sign}{gain:.{digits}f} on bicubic</source>
        <translation>{sign}{gain:.{digits}f} sur bicubique</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} Mo</translation>
    </message>
    <message>
        <source>{size:.1f} MB on the disk</source>
        <translation>{size:.1f} Mo sur le disque</translation>
    </message>
    <message>
        <source>{size} mm wide, {where}</source>
        <translation>large de {size} mm, {where}</translation>
    </message>
    <message>
        <source>{speed} billion operations a second</source>
        <translation>{speed} milliards d’opérations par seconde</translation>
    </message>
    <message>
        <source>{steps} steps, {questions} questions</source>
        <translation>{steps} étapes, {questions} questions</translation>
    </message>
    <message>
        <source>{thrown} deleted</source>
        <translation>{thrown} supprimés</translation>
    </message>
    <message>
        <source>{time} of one processor core for such a picture</source>
        <translation>{time} d’un cœur de processeur pour une telle image</translation>
    </message>
    <message>
        <source>{time}, processor {work}</source>
        <translation>{time}, processeur {work}</translation>
    </message>
    <message>
        <source>{time}. Gain on bicubic: {gains}</source>
        <translation>{time}. Gain sur bicubique : {gains}</translation>
    </message>
    <message>
        <source>{title} learned from {scans} scans, checked on {validation_scans} others: {gain:+.2f} dB on bicubic; {licence}.</source>
        <translation>{title} a appris de {scans} échographies, vérifié sur {validation_scans} autres : {gain:+.2f} dB par rapport au bicubique ; {licence}.</translation>
    </message>
    <message>
        <source>{title} · details hold {share:.2f} % of the energy · blue and orange ±{limit:.1f} grey levels</source>
        <translation>{title} · les détails portent {share:.2f} % de l’énergie · bleu et orange ±{limit:.1f} niveaux de gris</translation>
    </message>
    <message>
        <source>{title} · white {high} dB, black 80 dB below</source>
        <translation>{title} · blanc {high} dB, noir 80 dB plus bas</translation>
    </message>
    <message>
        <source>{title}: press {more}. Esc leaves everything as it is.</source>
        <translation>{title} : pressez {more}. Échap laisse tout en l’état.</translation>
    </message>
    <message>
        <source>{title}: simulated, {known}</source>
        <translation>{title} : simulé, {known}</translation>
    </message>
    <message>
        <source>{used:.1f} MB of</source>
        <translation>{used:.1f} Mo sur</translation>
    </message>
    <message>
        <source>{used:.2f} GB of</source>
        <translation>{used:.2f} Go sur</translation>
    </message>
    <message>
        <source>{value:.0f} %, {low:.0f} to {high:.0f} %</source>
        <translation>{value:.0f} %, {low:.0f} à {high:.0f} %</translation>
    </message>
    <message>
        <source>{waiting} in the race wait to be started</source>
        <translation>{waiting} dans la course attendent le départ</translation>
    </message>
    <message>
        <source>{what} in pixels of the scan: {where}</source>
        <translation>{what} en pixels de l’échographie : {where}</translation>
    </message>
    <message>
        <source>{what}, by {where}</source>
        <translation>{what}, d’après {where}</translation>
    </message>
    <message>
        <source>{why_not}. Press others, or Esc.</source>
        <translation>{why_not}. Pressez-en d’autres, ou Échap.</translation>
    </message>
    <message>
        <source>{wide}, its middle {depth} mm deep</source>
        <translation>{wide}, son milieu à {depth} mm de profondeur</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} pixels</translation>
    </message>
    <message>
        <source>{width} × {height} px, {mm}. Written into the file: {made}the version and “{research_use}”. {said}{maps_in_words}</source>
        <translation>{width} × {height} px, {mm}. Inscrit dans le fichier : {made}la version et « {research_use} ». {said}{maps_in_words}</translation>
    </message>
    <message>
        <source>{words} against {reference}</source>
        <translation>{words} par rapport à {reference}</translation>
    </message>
    <message>
        <source>{words} of the chosen run</source>
        <translation>{words} du calcul choisi</translation>
    </message>
    <message>
        <source>{words} · can resume</source>
        <translation>{words} · peut reprendre</translation>
    </message>
    <message>
        <source>{words}. Results: {out}</source>
        <translation>{words}. Résultats : {out}</translation>
    </message>
    <message>
        <source>{words}. Shall {title} have it?</source>
        <translation>{words}. La donner à {title} ?</translation>
    </message>
    <message>
        <source>σ {major:.2f} × {minor:.2f} px of the finer picture</source>
        <translation>σ {major:.2f} × {minor:.2f} px de l’image plus fine</translation>
    </message>
    <message>
        <source>“Save picture” ({keys}) writes PNG, TIFF, DICOM and more, with the millimetres, and reads the file back to prove it. “Save session” keeps everything for another day.</source>
        <translation>« Enregistrer » ({keys}) écrit en PNG, TIFF, DICOM et plus, avec les millimètres, et relit le fichier pour le prouver. « Enregistrer la session » garde tout pour un autre jour.</translation>
    </message>
    <message>
        <source>← ↓ → or 1 0 2</source>
        <translation>← ↓ → ou 1 0 2</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>% of the reference</source>
        <translation>% de la référence</translation>
    </message>
    <message>
        <source>0 is closest to the truth on average; towards 1 more grain is kept</source>
        <translation>0 est en moyenne le plus proche de la vérité ; vers 1, plus de grain est gardé</translation>
    </message>
    <message>
        <source>0 … 1 as stored</source>
        <translation>0 … 1 tels quels</translation>
    </message>
    <message>
        <source>1 of {0}; only the first picture of an animation is read</source>
        <translation>1 sur {0} ; seule la première image d’une animation est lue</translation>
    </message>
    <message>
        <source>1 removes the noise that was estimated; 0 none; above 1 smooths more</source>
        <translation>1 retire le bruit estimé ; 0 n’en retire pas ; au-dessus de 1, lisse davantage</translation>
    </message>
    <message>
        <source>1 × 1 is what programs write when they know none, and was not used</source>
        <translation>1 × 1 est ce que les programmes écrivent quand ils n’en connaissent pas ; il n’a pas été utilisé</translation>
    </message>
    <message>
        <source>1 − SSIM</source>
        <translation>1 − SSIM</translation>
    </message>
    <message>
        <source>3×3 convolutions; each widens the view by one pixel a side</source>
        <translation>convolutions 3×3 ; chacune élargit la vue d’un pixel par côté</translation>
    </message>
    <message>
        <source>64 as published; 16 for processors, sixteen times lighter</source>
        <translation>64 comme publié ; 16 pour les processeurs, seize fois plus léger</translation>
    </message>
    <message>
        <source>A batch protects {0}, not {1}.</source>
        <translation>Un lot protège {0}, pas {1}.</translation>
    </message>
    <message>
        <source>A benchmark needs folders, degradations and scales.</source>
        <translation>Un banc d’essai demande des dossiers, des dégradations et des facteurs.</translation>
    </message>
    <message>
        <source>A blur kernel cannot go by {0}.</source>
        <translation>Un noyau de flou ne peut pas aller par {0}.</translation>
    </message>
    <message>
        <source>A blur kernel is a table of numbers with a positive sum.</source>
        <translation>Un noyau de flou est un tableau de nombres de somme positive.</translation>
    </message>
    <message>
        <source>A blur kernel is written as .json, not {0}.</source>
        <translation>Un noyau de flou s’écrit en .json, pas en {0}.</translation>
    </message>
    <message>
        <source>A blur kernel makes steps by 2, 3 or 4, not by {0}.</source>
        <translation>Un noyau de flou réduit par 2, 3 ou 4, pas par {0}.</translation>
    </message>
    <message>
        <source>A card is damaged.</source>
        <translation>Une fiche est endommagée.</translation>
    </message>
    <message>
        <source>A curve has {0} points at most, at steps of training.</source>
        <translation>Une courbe a {0} points au plus, à des pas d’apprentissage.</translation>
    </message>
    <message>
        <source>A derived image is a whole number of times its source, not {0}.</source>
        <translation>Une image dérivée vaut un nombre entier de fois sa source, pas {0}.</translation>
    </message>
    <message>
        <source>A frame is colour where the first was grey.</source>
        <translation>Une image est en couleur alors que la première était en gris.</translation>
    </message>
    <message>
        <source>A heading of a lesson is longer than {0} letters.</source>
        <translation>Un titre d’une leçon dépasse {0} lettres.</translation>
    </message>
    <message>
        <source>A kernel is a table of 2 to 65 rows and columns of finite numbers with a positive sum.</source>
        <translation>Un noyau est un tableau de 2 à 65 lignes et colonnes de nombres finis de somme positive.</translation>
    </message>
    <message>
        <source>A knob of {0} is turned, which is not among the methods.</source>
        <translation>Un réglage de {0} est modifié, qui n’est pas parmi les méthodes.</translation>
    </message>
    <message>
        <source>A lesson has {0} steps at most.</source>
        <translation>Une leçon a {0} étapes au plus.</translation>
    </message>
    <message>
        <source>A limit of {0} leaves no scan.</source>
        <translation>Une limite de {0} ne laisse aucune échographie.</translation>
    </message>
    <message>
        <source>A map of a lesson has an unexpected form.</source>
        <translation>Une carte d’une leçon a une forme inattendue.</translation>
    </message>
    <message>
        <source>A map of a lesson holds values that are not numbers.</source>
        <translation>Une carte d’une leçon contient des valeurs qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>A phantom needs a seed from 0 and 64 pixels a side, not {0}, {1} × {2}.</source>
        <translation>Un fantôme demande une graine à partir de 0 et 64 pixels de côté, pas {0}, {1} × {2}.</translation>
    </message>
    <message>
        <source>A picture and its interpolation have different sizes.</source>
        <translation>Une image et son interpolation ont des tailles différentes.</translation>
    </message>
    <message>
        <source>A picture cannot be resized by a factor of {0} × {1}.</source>
        <translation>Une image ne peut pas être redimensionnée d’un facteur {0} × {1}.</translation>
    </message>
    <message>
        <source>A picture covers nothing, or more than there is.</source>
        <translation>Une image ne couvre rien, ou plus que ce qui existe.</translation>
    </message>
    <message>
        <source>A picture is written with 8 or 16 bits, not {0}.</source>
        <translation>Une image s’écrit sur 8 ou 16 bits, pas {0}.</translation>
    </message>
    <message>
        <source>A picture of a lesson has an unexpected form.</source>
        <translation>Une image d’une leçon a une forme inattendue.</translation>
    </message>
    <message>
        <source>A picture to be measured holds real numbers from 0 to 1; this one holds {0}.</source>
        <translation>Une image à mesurer contient des nombres réels de 0 à 1 ; celle-ci contient {0}.</translation>
    </message>
    <message>
        <source>A pixel spacing of {0} × {1} mm is impossible.</source>
        <translation>Un espacement de pixels de {0} × {1} mm est impossible.</translation>
    </message>
    <message>
        <source>A question has {0} to {1} answers, one of which is right.</source>
        <translation>Une question a de {0} à {1} réponses, dont une juste.</translation>
    </message>
    <message>
        <source>A question is longer than {0} letters.</source>
        <translation>Une question dépasse {0} lettres.</translation>
    </message>
    <message>
        <source>A reading needs two pictures, one view, and a share of repeats from 0 to 1.</source>
        <translation>Une lecture demande deux images, une vue, et une part de répétitions de 0 à 1.</translation>
    </message>
    <message>
        <source>A record is damaged ({0}).</source>
        <translation>Un enregistrement est endommagé ({0}).</translation>
    </message>
    <message>
        <source>A region of a question is no polygon.</source>
        <translation>Une région d’une question n’est pas un polygone.</translation>
    </message>
    <message>
        <source>A resize needs a scale or a shape.</source>
        <translation>Un redimensionnement demande un facteur ou une forme.</translation>
    </message>
    <message>
        <source>A row is METHOD or METHOD:KNOB=VALUE, not {0}.</source>
        <translation>Une ligne est METHOD ou METHOD:KNOB=VALUE, pas {0}.</translation>
    </message>
    <message>
        <source>A run could not be read; its folder is kept in {0}.</source>
        <translation>Un calcul n’a pas pu être lu ; son dossier est gardé dans {0}.</translation>
    </message>
    <message>
        <source>A run needs a scan.</source>
        <translation>Un calcul demande une échographie.</translation>
    </message>
    <message>
        <source>A scan cannot be made {0} times coarser.</source>
        <translation>Une échographie ne peut pas être rendue {0} fois plus grossière.</translation>
    </message>
    <message>
        <source>A scan has the shape (H, W) or (H, W, 3); this one has {0}.</source>
        <translation>Une échographie a la forme (H, W) ou (H, W, 3) ; celle-ci a {0}.</translation>
    </message>
    <message>
        <source>A small network learns from this scan alone how its finer detail looks. Sharpens; keeps noise.</source>
        <translation>Un petit réseau apprend de cette seule échographie à quoi ressemble son détail plus fin. Affine ; garde le bruit.</translation>
    </message>
    <message>
        <source>A step has one window and level, or one for each picture.</source>
        <translation>Une étape a une fenêtre et un niveau, ou un pour chaque image.</translation>
    </message>
    <message>
        <source>A step looks at its pictures in a way that there is not.</source>
        <translation>Une étape regarde ses images d’une façon qui n’existe pas.</translation>
    </message>
    <message>
        <source>A step looks at no place.</source>
        <translation>Une étape ne regarde aucun endroit.</translation>
    </message>
    <message>
        <source>A step names a picture that it does not have.</source>
        <translation>Une étape nomme une image qu’elle n’a pas.</translation>
    </message>
    <message>
        <source>A step shows 1 to {0} pictures.</source>
        <translation>Une étape montre de 1 à {0} images.</translation>
    </message>
    <message>
        <source>A step shows a moment that was not kept.</source>
        <translation>Une étape montre un moment qui n’a pas été gardé.</translation>
    </message>
    <message>
        <source>A text of a lesson is longer than {0} letters.</source>
        <translation>Un texte d’une leçon dépasse {0} lettres.</translation>
    </message>
    <message>
        <source>A tile of {0} pixels with an overlap of {1} is impossible.</source>
        <translation>Une tuile de {0} pixels à recouvrement de {1} est impossible.</translation>
    </message>
    <message>
        <source>A treatment in the queue is damaged ({0}).</source>
        <translation>Un traitement de la file d’attente est endommagé ({0}).</translation>
    </message>
    <message>
        <source>A trust of {0} is impossible.</source>
        <translation>Une confiance de {0} est impossible.</translation>
    </message>
    <message>
        <source>A trust of {0} is not understood.</source>
        <translation>Une confiance de {0} n’est pas comprise.</translation>
    </message>
    <message>
        <source>A wavelet U-Net trained on other scans, applied to this one. Fast; as good as what it was trained on.</source>
        <translation>Un U-Net d’ondelettes entraîné sur d’autres échographies, appliqué à celle-ci. Rapide ; aussi bon que ce dont il a appris.</translation>
    </message>
    <message>
        <source>A wavelet needs even sides; this picture has {0} × {1} pixels.</source>
        <translation>Une ondelette demande des côtés pairs ; cette image a {0} × {1} pixels.</translation>
    </message>
    <message>
        <source>A window or a level lies outside of the grey levels.</source>
        <translation>Une fenêtre ou un niveau sort des niveaux de gris.</translation>
    </message>
    <message>
        <source>Adversarial</source>
        <translation>Adversaire</translation>
    </message>
    <message>
        <source>An ensemble has 1 to 8 members, not {0}.</source>
        <translation>Un ensemble a de 1 à 8 membres, pas {0}.</translation>
    </message>
    <message>
        <source>An inverse wavelet needs four bands; {0} channels are not a multiple of 4.</source>
        <translation>Une ondelette inverse demande quatre bandes ; {0} canaux ne sont pas un multiple de 4.</translation>
    </message>
    <message>
        <source>Another benchmark is writing to {0}.</source>
        <translation>Un autre banc d’essai écrit dans {0}.</translation>
    </message>
    <message>
        <source>Another program is working through the queue in {0}.</source>
        <translation>Un autre programme traite la file d’attente dans {0}.</translation>
    </message>
    <message>
        <source>Another program wrote {0} in the meantime; its file was left alone.</source>
        <translation>Un autre programme a écrit {0} entre-temps ; son fichier n’a pas été touché.</translation>
    </message>
    <message>
        <source>Antialias</source>
        <translation>Anticrénelage</translation>
    </message>
    <message>
        <source>Any network of yours that was trained on other scans, applied to this one.</source>
        <translation>N’importe lequel de vos réseaux entraîné sur d’autres échographies, appliqué à celle-ci.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Processeur graphique Apple</translation>
    </message>
    <message>
        <source>Arrays cannot be written as text.</source>
        <translation>Des tableaux ne peuvent pas être écrits en texte.</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>Tels quels</translation>
    </message>
    <message>
        <source>Ask for permission, or copy it.</source>
        <translation>Demandez l’autorisation, ou copiez-le.</translation>
    </message>
    <message>
        <source>Ask whoever made it for another copy.</source>
        <translation>Demandez-en une autre copie à qui l’a faite.</translation>
    </message>
    <message>
        <source>At most {0}.</source>
        <translation>Au plus {0}.</translation>
    </message>
    <message>
        <source>Backprojection</source>
        <translation>Rétroprojection</translation>
    </message>
    <message>
        <source>Begun on {0} and resumed on {1}: the result may differ in its last bits from an unbroken run.</source>
        <translation>Commencé sur {0} et repris sur {1} : le résultat peut différer, dans ses derniers bits, d’un calcul ininterrompu.</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicubique</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Flou</translation>
    </message>
    <message>
        <source>Blur kernel estimated {0}: {1} from the lateral axis.</source>
        <translation>Noyau de flou estimé {0} : {1} depuis l’axe latéral.</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Bords</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>Tampon</translation>
    </message>
    <message>
        <source>CMYK, read as RGB</source>
        <translation>CMYK, lu comme RGB</translation>
    </message>
    <message>
        <source>CPU, {0} core{1}</source>
        <translation>Processeur, {0} cœur{1}</translation>
    </message>
    <message>
        <source>CPU, {0} thread{1}{2}</source>
        <translation>Processeur, {0} thread{1}{2}</translation>
    </message>
    <message>
        <source>CW Doppler</source>
        <translation>Doppler continu</translation>
    </message>
    <message>
        <source>Cancel it first.</source>
        <translation>Abandonnez-le d’abord.</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Check the connection and try again: what has come is kept.</source>
        <translation>Vérifiez la connexion et réessayez : ce qui est arrivé est gardé.</translation>
    </message>
    <message>
        <source>Choose 1 or more.</source>
        <translation>Choisissez 1 ou plus.</translation>
    </message>
    <message>
        <source>Choose 8 bit, or TIFF.</source>
        <translation>Choisissez 8 bits, ou TIFF.</translation>
    </message>
    <message>
        <source>Choose Method 1, 2 or 3.</source>
        <translation>Choisissez la Méthode 1, 2 ou 3.</translation>
    </message>
    <message>
        <source>Choose a file of the image series.</source>
        <translation>Choisissez un fichier de la série d’images.</translation>
    </message>
    <message>
        <source>Choose a file that this program saved.</source>
        <translation>Choisissez un fichier enregistré par ce programme.</translation>
    </message>
    <message>
        <source>Choose a method that learns nothing, such as bicubic.</source>
        <translation>Choisissez une méthode qui n’apprend rien, comme bicubic.</translation>
    </message>
    <message>
        <source>Choose a name for a new folder.</source>
        <translation>Choisissez un nom pour un nouveau dossier.</translation>
    </message>
    <message>
        <source>Choose a scale above 1.</source>
        <translation>Choisissez un facteur supérieur à 1.</translation>
    </message>
    <message>
        <source>Choose a scale of at most two decimals.</source>
        <translation>Choisissez un facteur à deux décimales au plus.</translation>
    </message>
    <message>
        <source>Choose a smaller crop, a smaller scale, or another device.</source>
        <translation>Choisissez un recadrage plus petit, un facteur plus petit, ou un autre matériel.</translation>
    </message>
    <message>
        <source>Choose a smaller learning rate.</source>
        <translation>Choisissez un taux d’apprentissage plus petit.</translation>
    </message>
    <message>
        <source>Choose another folder, or move the file away.</source>
        <translation>Choisissez un autre dossier, ou déplacez le fichier.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another name; inputs are never overwritten.</source>
        <translation>Choisissez un autre nom ; les entrées ne sont jamais écrasées.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose degradations among 1, 2 and 3.</source>
        <translation>Choisissez des dégradations parmi 1, 2 et 3.</translation>
    </message>
    <message>
        <source>Choose grey or rgb.</source>
        <translation>Choisissez grey ou rgb.</translation>
    </message>
    <message>
        <source>Choose iterative.</source>
        <translation>Choisissez iterative.</translation>
    </message>
    <message>
        <source>Choose its scale, or another.</source>
        <translation>Choisissez son facteur, ou un autre.</translation>
    </message>
    <message>
        <source>Choose one file in it.</source>
        <translation>Choisissez-y un fichier.</translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation>Choisissez l’une de {0}.</translation>
    </message>
    <message>
        <source>Choose shares from 0 to 1.</source>
        <translation>Choisissez des parts de 0 à 1.</translation>
    </message>
    <message>
        <source>Choose stages: one jump.</source>
        <translation>Choisissez les étapes : one jump.</translation>
    </message>
    <message>
        <source>Choose {0}.</source>
        <translation>Choisissez {0}.</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Écrêtage</translation>
    </message>
    <message>
        <source>Close other programs or crop it.</source>
        <translation>Fermez d’autres programmes ou recadrez.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Coarsener</source>
        <translation>Réducteur</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Codage</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>Profil de couleur</translation>
    </message>
    <message>
        <source>Compare levels with levels, or real numbers with real numbers.</source>
        <translation>Comparez des niveaux à des niveaux, ou des nombres réels à des nombres réels.</translation>
    </message>
    <message>
        <source>Compare pictures of the same size; none is resized to fit.</source>
        <translation>Comparez des images de même taille ; aucune n’est redimensionnée pour convenir.</translation>
    </message>
    <message>
        <source>Comparing with the scan</source>
        <translation>Comparaison avec l’échographie</translation>
    </message>
    <message>
        <source>Convert it to MP4 (H.264) or AVI (Motion JPEG).</source>
        <translation>Convertissez-la en MP4 (H.264) ou AVI (Motion JPEG).</translation>
    </message>
    <message>
        <source>Convert it to an uncompressed DICOM file first.</source>
        <translation>Convertissez-le d’abord en fichier DICOM non compressé.</translation>
    </message>
    <message>
        <source>Convert it to grey or RGB.</source>
        <translation>Convertissez-le en gris ou en RGB.</translation>
    </message>
    <message>
        <source>Copy both.</source>
        <translation>Copiez les deux.</translation>
    </message>
    <message>
        <source>Copy it again from its source.</source>
        <translation>Copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>Copy it again.</source>
        <translation>Copiez-le à nouveau.</translation>
    </message>
    <message>
        <source>Copy the details and report them; your scans are unchanged.</source>
        <translation>Copiez les détails et signalez-les ; vos échographies sont intactes.</translation>
    </message>
    <message>
        <source>Counts of wins and ties are square and of one size; these are {0}, {1}.</source>
        <translation>Les comptes de victoires et d’ex æquo sont carrés et d’une même taille ; ceux-ci sont {0}, {1}.</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recadrage</translation>
    </message>
    <message>
        <source>Crop it first.</source>
        <translation>Recadrez-la d’abord.</translation>
    </message>
    <message>
        <source>Crop or shrink it first if it is genuine.</source>
        <translation>Recadrez-le ou réduisez-le d’abord s’il est authentique.</translation>
    </message>
    <message>
        <source>Crop or shrink it first.</source>
        <translation>Recadrez-le ou réduisez-le d’abord.</translation>
    </message>
    <message>
        <source>Crop the picture before, or write it whole.</source>
        <translation>Recadrez l’image avant, ou écrivez-la entière.</translation>
    </message>
    <message>
        <source>Cut it first.</source>
        <translation>Coupez-la d’abord.</translation>
    </message>
    <message>
        <source>CycleGAN-US-SISR, with VGG19</source>
        <translation>CycleGAN-US-SISR, avec VGG19</translation>
    </message>
    <message>
        <source>CycleGAN-US-SISR, without VGG19</source>
        <translation>CycleGAN-US-SISR, sans VGG19</translation>
    </message>
    <message>
        <source>DICOM image</source>
        <translation>Image DICOM</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Dégradation</translation>
    </message>
    <message>
        <source>Denoise</source>
        <translation>Débruitage</translation>
    </message>
    <message>
        <source>Denoising</source>
        <translation>Débruitage</translation>
    </message>
    <message>
        <source>Detail is looked for in a grey picture of 4 pixels a side or more.</source>
        <translation>Le détail se cherche dans une image en gris d’au moins 4 pixels de côté.</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>Vouliez-vous dire {0} ?</translation>
    </message>
    <message>
        <source>Divide its levels by the largest one first.</source>
        <translation>Divisez d’abord ses niveaux par le plus grand.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Baisse</translation>
    </message>
    <message>
        <source>Duration (ms)</source>
        <translation>Durée (ms)</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>Dynamique</translation>
    </message>
    <message>
        <source>ESPCN, internal</source>
        <translation>ESPCN, interne</translation>
    </message>
    <message>
        <source>Enlarge it as a scan.</source>
        <translation>Agrandissez-la comme une échographie.</translation>
    </message>
    <message>
        <source>Enlarge the clip again.</source>
        <translation>Agrandissez à nouveau la séquence.</translation>
    </message>
    <message>
        <source>Enlarge the parts of the clip by themselves.</source>
        <translation>Agrandissez séparément les parties de la séquence.</translation>
    </message>
    <message>
        <source>Enlarged frames cannot be kept in {0} ({1}).</source>
        <translation>Les images agrandies ne peuvent pas être gardées dans {0} ({1}).</translation>
    </message>
    <message>
        <source>Enlarging {0} frames</source>
        <translation>Agrandissement de {0} images</translation>
    </message>
    <message>
        <source>Enlarging ×{0}</source>
        <translation>Agrandissement ×{0}</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <source>Estimate rate</source>
        <translation>Taux d’estimation</translation>
    </message>
    <message>
        <source>Estimate steps</source>
        <translation>Pas d’estimation</translation>
    </message>
    <message>
        <source>Estimates how this scan was blurred, then learns to undo that. For blurred scans without much noise.</source>
        <translation>Estime comment cette échographie a été rendue floue, puis apprend à le défaire. Pour des échographies floues sans beaucoup de bruit.</translation>
    </message>
    <message>
        <source>Estimates the scan's noise and takes it out, then plain interpolation. What to beat on noisy scans.</source>
        <translation>Estime le bruit de l’échographie et le retire, puis interpole simplement. Ce qu’il faut battre sur des échographies bruitées.</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>Estimateur</translation>
    </message>
    <message>
        <source>Exact bicubic</source>
        <translation>Bicubique exact</translation>
    </message>
    <message>
        <source>Export it anew, as PNG or DICOM.</source>
        <translation>Exportez-le à nouveau, en PNG ou DICOM.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Caractéristiques</translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation>Téléchargement de {0}</translation>
    </message>
    <message>
        <source>Final passes</source>
        <translation>Passes finales</translation>
    </message>
    <message>
        <source>Finds out how the scan was made, simulates it, and learns the way back. Sharpens, takes noise out; seconds.</source>
        <translation>Trouve comment l’échographie a été faite, le simule, et apprend le chemin du retour. Affine, retire le bruit ; en secondes.</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Scintillement</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Plancher</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Frame times (ms)</source>
        <translation>Temps des images (ms)</translation>
    </message>
    <message>
        <source>Frame {0} could not be kept ({1}).</source>
        <translation>L’image {0} n’a pas pu être gardée ({1}).</translation>
    </message>
    <message>
        <source>Frame {0} has not been enlarged.</source>
        <translation>L’image {0} n’a pas été agrandie.</translation>
    </message>
    <message>
        <source>Frame {0} is damaged: the frame before it stands in its place.</source>
        <translation>L’image {0} est endommagée : l’image d’avant prend sa place.</translation>
    </message>
    <message>
        <source>Frame {0} is in colour, and the frame that was learned from is not.</source>
        <translation>L’image {0} est en couleur, et celle dont on a appris ne l’est pas.</translation>
    </message>
    <message>
        <source>Frame {0} is of another size than the first.</source>
        <translation>L’image {0} n’a pas la taille de la première.</translation>
    </message>
    <message>
        <source>Frame {0} is {1} × {2} pixels, the others {3} × {4}.</source>
        <translation>L’image {0} fait {1} × {2} pixels, les autres {3} × {4}.</translation>
    </message>
    <message>
        <source>Frame {0} is {1} × {2}, not {3} × {4}.</source>
        <translation>L’image {0} fait {1} × {2}, pas {3} × {4}.</translation>
    </message>
    <message>
        <source>Frame {0} of {1} of {2} cannot be decoded.</source>
        <translation>L’image {0} sur {1} de {2} ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>Frame {0} of {1} of {2} is damaged and cannot be decoded.</source>
        <translation>L’image {0} sur {1} de {2} est endommagée et ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Frames are written as {0}, not as {1}.</source>
        <translation>Les images s’écrivent en {0}, pas en {1}.</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>Libérez de la place sur le disque.</translation>
    </message>
    <message>
        <source>Free some space there.</source>
        <translation>Libérez-y de la place.</translation>
    </message>
    <message>
        <source>Free some space, choose fewer frames or a smaller scale.</source>
        <translation>Libérez de la place, choisissez moins d’images ou un facteur plus petit.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Further channels</source>
        <translation>Autres canaux</translation>
    </message>
    <message>
        <source>Further pages</source>
        <translation>Autres pages</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Gaussian noise added to sons, 1 = white</source>
        <translation>bruit gaussien ajouté aux fils, 1 = blanc</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>Grain</translation>
    </message>
    <message>
        <source>Grey values must lie in [0, 1]; these go from {0} to {1}.</source>
        <translation>Les niveaux de gris doivent être dans [0, 1] ; ceux-ci vont de {0} à {1}.</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Croissance</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Identifying the scan</source>
        <translation>Identification de l’échographie</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Image type</source>
        <translation>Type d’image</translation>
    </message>
    <message>
        <source>Inferred</source>
        <translation>Inféré</translation>
    </message>
    <message>
        <source>Install the same.</source>
        <translation>Installez la même.</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolation</translation>
    </message>
    <message>
        <source>It is damaged or hostile.</source>
        <translation>Il est endommagé ou malveillant.</translation>
    </message>
    <message>
        <source>It may be damaged: copy it again from its source.</source>
        <translation>Il est peut-être endommagé : copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation>Il a peut-être été supprimé.</translation>
    </message>
    <message>
        <source>It was kept as JPEG of quality {0}.</source>
        <translation>Elle était gardée en JPEG de qualité {0}.</translation>
    </message>
    <message>
        <source>It was skipped.</source>
        <translation>Il a été sauté.</translation>
    </message>
    <message>
        <source>It was thrown away; fetch it again, or from elsewhere.</source>
        <translation>Cela a été jeté ; téléchargez-le à nouveau, ou d’ailleurs.</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Garde</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>Kernel file</source>
        <translation>Fichier du noyau</translation>
    </message>
    <message>
        <source>KernelGAN + ZSSR</source>
        <translation>KernelGAN + ZSSR</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>LPIPS is measured on the method's own picture.</source>
        <translation>LPIPS est mesuré sur l’image propre à la méthode.</translation>
    </message>
    <message>
        <source>LPIPS needs at least {0} pixels a side.</source>
        <translation>LPIPS demande au moins {0} pixels de côté.</translation>
    </message>
    <message>
        <source>LPIPS needs the weights of AlexNet, which are not in {0}. Put {1} (torchvision's) or {2} there, or name their folder in USSR_WEIGHTS.</source>
        <translation>LPIPS demande les poids d’AlexNet, qui ne sont pas dans {0}. Mettez-y {1} (celui de torchvision) ou {2}, ou nommez leur dossier dans USSR_WEIGHTS.</translation>
    </message>
    <message>
        <source>LPIPS needs two pictures of one size, at least {0} pixels a side.</source>
        <translation>LPIPS demande deux images d’une même taille, d’au moins {0} pixels de côté.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Learn from a coloured one.</source>
        <translation>Apprenez d’une image en couleur.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Lossy compression</source>
        <translation>Compression avec perte</translation>
    </message>
    <message>
        <source>Lossy ratio</source>
        <translation>Taux de perte</translation>
    </message>
    <message>
        <source>MONOCHROME1, inverted</source>
        <translation>MONOCHROME1, inversé</translation>
    </message>
    <message>
        <source>MONOCHROME2</source>
        <translation>MONOCHROME2</translation>
    </message>
    <message>
        <source>MPEG-4 video, {0}, without millimetres; it is lossy: for showing, not for measuring</source>
        <translation>vidéo MPEG-4, {0}, sans millimètres ; avec perte : pour montrer, pas pour mesurer</translation>
    </message>
    <message>
        <source>MWCNN, internal</source>
        <translation>MWCNN, interne</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Measure a larger picture.</source>
        <translation>Mesurez une image plus grande.</translation>
    </message>
    <message>
        <source>Measuring how sure it is</source>
        <translation>Mesure de la certitude</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model 1 that shrinks its samples by a blur kernel estimated from this scan. Smooths.</source>
        <translation>Modèle 1 qui réduit ses échantillons par un noyau de flou estimé de cette échographie. Lisse.</translation>
    </message>
    <message>
        <source>Model 1, with VGG19</source>
        <translation>Modèle 1, avec VGG19</translation>
    </message>
    <message>
        <source>Model 1, without VGG19</source>
        <translation>Modèle 1, sans VGG19</translation>
    </message>
    <message>
        <source>Model 2, with VGG19</source>
        <translation>Modèle 2, avec VGG19</translation>
    </message>
    <message>
        <source>Model 2, without VGG19</source>
        <translation>Modèle 2, sans VGG19</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Mon modèle</translation>
    </message>
    <message>
        <source>NIfTI volume</source>
        <translation>Volume NIfTI</translation>
    </message>
    <message>
        <source>Name a folder of PNG or DICOM files.</source>
        <translation>Indiquez un dossier de fichiers PNG ou DICOM.</translation>
    </message>
    <message>
        <source>Name folders of scans, or single files.</source>
        <translation>Indiquez des dossiers d’échographies, ou des fichiers isolés.</translation>
    </message>
    <message>
        <source>Name its file as kernel_file.</source>
        <translation>Nommez son fichier par kernel_file.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>No blur kernel took shape; the bicubic kernel is used instead.</source>
        <translation>Aucun noyau de flou n’a pris forme ; le noyau bicubique est utilisé à la place.</translation>
    </message>
    <message>
        <source>No checkpoint can be written ({0}): the run goes on, but could not be resumed.</source>
        <translation>Aucun point de reprise ne peut être écrit ({0}) : le calcul continue, mais ne pourrait pas être repris.</translation>
    </message>
    <message>
        <source>No clip is written as {0}.</source>
        <translation>Aucune séquence ne s’écrit en {0}.</translation>
    </message>
    <message>
        <source>No frame was chosen to learn from.</source>
        <translation>Aucune image n’a été choisie pour apprendre.</translation>
    </message>
    <message>
        <source>No kernel was supplied.</source>
        <translation>Aucun noyau n’a été fourni.</translation>
    </message>
    <message>
        <source>No method is named {0}.{1}</source>
        <translation>Aucune méthode ne se nomme {0}.{1}</translation>
    </message>
    <message>
        <source>No noise was found in the scan: it is enlarged by interpolation alone.</source>
        <translation>Aucun bruit n’a été trouvé dans l’échographie : elle est agrandie par interpolation seule.</translation>
    </message>
    <message>
        <source>No noise was found in the scan; {0}.{1}</source>
        <translation>Aucun bruit n’a été trouvé dans l’échographie ; {0}.{1}</translation>
    </message>
    <message>
        <source>No picture is written as {0}.</source>
        <translation>Aucune image ne s’écrit en {0}.</translation>
    </message>
    <message>
        <source>No sample is named {0}.</source>
        <translation>Aucun exemple ne se nomme {0}.</translation>
    </message>
    <message>
        <source>No scan in {0} could be read.</source>
        <translation>Aucune échographie de {0} n’a pu être lue.</translation>
    </message>
    <message>
        <source>No wavelet is named {0}.</source>
        <translation>Aucune ondelette ne se nomme {0}.</translation>
    </message>
    <message>
        <source>No weights are published as {0}.{1}</source>
        <translation>Aucun poids n’est publié sous {0}.{1}</translation>
    </message>
    <message>
        <source>No {0} is named {1}.{2}</source>
        <translation>Aucun {0} ne se nomme {1}.{2}</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Noise of {0} of the brightness was found and taken out.</source>
        <translation>Un bruit de {0} de la luminosité a été trouvé et retiré.</translation>
    </message>
    <message>
        <source>None of the methods can run here. {0}</source>
        <translation>Aucune des méthodes ne peut s’exécuter ici. {0}</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Normalisation</translation>
    </message>
    <message>
        <source>Not numbers</source>
        <translation>Non numériques</translation>
    </message>
    <message>
        <source>Only {0} of the {1} frames of the source were given.</source>
        <translation>Seules {0} des {1} images de la source ont été données.</translation>
    </message>
    <message>
        <source>Only {0} of {1} frames were given.</source>
        <translation>Seules {0} images sur {1} ont été données.</translation>
    </message>
    <message>
        <source>Open a PNG, JPEG, TIFF, BMP, DICOM, NIfTI, MetaImage, NRRD, AVI, MP4, MOV or MPEG file.</source>
        <translation>Ouvrez un fichier PNG, JPEG, TIFF, BMP, DICOM, NIfTI, MetaImage, NRRD, AVI, MP4, MOV ou MPEG.</translation>
    </message>
    <message>
        <source>OpenCV's cubic as in the study, or MATLAB's</source>
        <translation>la cubique d’OpenCV comme dans l’étude, ou celle de MATLAB</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>Other frames may be whole.</source>
        <translation>D’autres images sont peut-être intactes.</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>Passed over: {0}.</source>
        <translation>Laissés de côté : {0}.</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Passes</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Patience</translation>
    </message>
    <message>
        <source>Patient data</source>
        <translation>Données du patient</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>Perceptif</translation>
    </message>
    <message>
        <source>Photometric</source>
        <translation>Photométrie</translation>
    </message>
    <message>
        <source>Pixel aspect</source>
        <translation>Rapport des pixels</translation>
    </message>
    <message>
        <source>Pixel spacing, region {0} (mm)</source>
        <translation>Espacement des pixels, région {0} (mm)</translation>
    </message>
    <message>
        <source>Pixels (SHA-256)</source>
        <translation>Pixels (SHA-256)</translation>
    </message>
    <message>
        <source>Plain interpolation: no learning, nothing invented. What every other method is compared with.</source>
        <translation>Interpolation simple : aucun apprentissage, rien d’inventé. Ce à quoi toute autre méthode est comparée.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Veuillez le signaler.</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another folder.</source>
        <translation>Rebranchez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polissage</translation>
    </message>
    <message>
        <source>Previews of a run are at growing steps, {0} at most.</source>
        <translation>Les aperçus d’un calcul sont à des pas croissants, {0} au plus.</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protégé</translation>
    </message>
    <message>
        <source>Put it back where it was.</source>
        <translation>Remettez-la où elle était.</translation>
    </message>
    <message>
        <source>Quality against depth needs a truth of the picture's size, at least 7 pixels a side.</source>
        <translation>La qualité selon la profondeur demande une vérité de la taille de l’image, d’au moins 7 pixels de côté.</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taux</translation>
    </message>
    <message>
        <source>Record a step first.</source>
        <translation>Enregistrez d’abord une étape.</translation>
    </message>
    <message>
        <source>Region {0} ({1})</source>
        <translation>Région {0} ({1})</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>Remove the item and add it anew.</source>
        <translation>Retirez l’élément et ajoutez-le à nouveau.</translation>
    </message>
    <message>
        <source>Replace it by a fresh copy of the same name.</source>
        <translation>Remplacez-le par une copie neuve du même nom.</translation>
    </message>
    <message>
        <source>Replace them in the program that wrote the file.</source>
        <translation>Remplacez-les dans le programme qui a écrit le fichier.</translation>
    </message>
    <message>
        <source>Rescale</source>
        <translation>Remise à l’échelle</translation>
    </message>
    <message>
        <source>Research and teaching; not for diagnosis</source>
        <translation>Recherche et enseignement ; pas pour le diagnostic</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Résidu</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Repos</translation>
    </message>
    <message>
        <source>Restart the computer, or choose the processor.</source>
        <translation>Redémarrez l’ordinateur, ou choisissez le processeur.</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Arrondi</translation>
    </message>
    <message>
        <source>Run `ussr-engine doctor` in a terminal to see what is missing.</source>
        <translation>Lancez `ussr-engine doctor` dans un terminal pour voir ce qui manque.</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>Relancez-le.</translation>
    </message>
    <message>
        <source>Run {0} is held by another program.</source>
        <translation>Le calcul {0} est tenu par un autre programme.</translation>
    </message>
    <message>
        <source>Run {0} was made by a newer program.</source>
        <translation>Le calcul {0} a été fait par un programme plus récent.</translation>
    </message>
    <message>
        <source>SRCNN, internal</source>
        <translation>SRCNN, interne</translation>
    </message>
    <message>
        <source>SSIM needs at least {0} pixels a side.</source>
        <translation>SSIM demande au moins {0} pixels de côté.</translation>
    </message>
    <message>
        <source>SSIM needs at least {0} pixels a side; these pictures have {1}.</source>
        <translation>SSIM demande au moins {0} pixels de côté ; ces images en ont {1}.</translation>
    </message>
    <message>
        <source>Save as PNG or TIFF.</source>
        <translation>Enregistrez en PNG ou TIFF.</translation>
    </message>
    <message>
        <source>Save it anew.</source>
        <translation>Enregistrez-le à nouveau.</translation>
    </message>
    <message>
        <source>Save it as PNG or TIFF.</source>
        <translation>Enregistrez-la en PNG ou TIFF.</translation>
    </message>
    <message>
        <source>Save it as RGB.</source>
        <translation>Enregistrez-le en RGB.</translation>
    </message>
    <message>
        <source>Save it as binary.</source>
        <translation>Enregistrez-le en binaire.</translation>
    </message>
    <message>
        <source>Save it as one .nii file.</source>
        <translation>Enregistrez-le en un seul fichier .nii.</translation>
    </message>
    <message>
        <source>Save it as one file, or the samples as one file in the same folder.</source>
        <translation>Enregistrez-le en un seul fichier, ou les échantillons en un seul fichier du même dossier.</translation>
    </message>
    <message>
        <source>Save it as raw or gzip.</source>
        <translation>Enregistrez-le en raw ou gzip.</translation>
    </message>
    <message>
        <source>Save it uncompressed with 8, 16 or 32 bits.</source>
        <translation>Enregistrez-le sans compression sur 8, 16 ou 32 bits.</translation>
    </message>
    <message>
        <source>Save one slice of it.</source>
        <translation>Enregistrez-en une coupe.</translation>
    </message>
    <message>
        <source>Save their magnitude.</source>
        <translation>Enregistrez leur module.</translation>
    </message>
    <message>
        <source>Saved {0} frames in {1}, {2} bit, {3}</source>
        <translation>{0} images enregistrées dans {1}, {2} bits, {3}</translation>
    </message>
    <message>
        <source>Saved {0}, {1} frames of {2} × {3}, {4}</source>
        <translation>{0} enregistré, {1} images de {2} × {3}, {4}</translation>
    </message>
    <message>
        <source>Saved {0}, {1} × {2}, {3} bit, {4}</source>
        <translation>{0} enregistré, {1} × {2}, {3} bits, {4}</translation>
    </message>
    <message>
        <source>Saved {0}, {1} × {2}, {3} bit, {4}{5}</source>
        <translation>{0} enregistré, {1} × {2}, {3} bits, {4}{5}</translation>
    </message>
    <message>
        <source>Saving {0} frames</source>
        <translation>Enregistrement de {0} images</translation>
    </message>
    <message>
        <source>Say one share from 0 to 1, or coarse=1,middle=0.6,fine=0.2.</source>
        <translation>Dites une part de 0 à 1, ou coarse=1,middle=0.6,fine=0.2.</translation>
    </message>
    <message>
        <source>Say {0}.</source>
        <translation>Dites {0}.</translation>
    </message>
    <message>
        <source>Scan {0}</source>
        <translation>Éch. {0}</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Second lecteur</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Set stages to one jump.</source>
        <translation>Réglez les étapes sur « one jump ».</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>Cisaillement</translation>
    </message>
    <message>
        <source>Shrink and test a scan, then measure again.</source>
        <translation>Réduisez et comparez une échographie, puis mesurez à nouveau.</translation>
    </message>
    <message>
        <source>Simulating and regressing</source>
        <translation>Simulation et régression</translation>
    </message>
    <message>
        <source>Simulating lessons</source>
        <translation>Simulation de leçons</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Skips</source>
        <translation>Raccords</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Pente</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Source named</source>
        <translation>Source nommée</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Espacement</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>Parcimonie</translation>
    </message>
    <message>
        <source>Speckle</source>
        <translation>Speckle</translation>
    </message>
    <message>
        <source>Split it first.</source>
        <translation>Divisez-le d’abord.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Relancez-la.</translation>
    </message>
    <message>
        <source>Start it anew.</source>
        <translation>Recommencez-le.</translation>
    </message>
    <message>
        <source>Start the benchmark again.</source>
        <translation>Relancez le banc d’essai.</translation>
    </message>
    <message>
        <source>Start the run anew.</source>
        <translation>Recommencez le calcul.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Stored bits</source>
        <translation>Bits stockés</translation>
    </message>
    <message>
        <source>Stored channels</source>
        <translation>Canaux stockés</translation>
    </message>
    <message>
        <source>Stored size</source>
        <translation>Taille stockée</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Étirement</translation>
    </message>
    <message>
        <source>Strict reading</source>
        <translation>Lecture stricte</translation>
    </message>
    <message>
        <source>Sum to one</source>
        <translation>Somme égale à un</translation>
    </message>
    <message>
        <source>TIFF picture</source>
        <translation>Image TIFF</translation>
    </message>
    <message>
        <source>Taking out the noise</source>
        <translation>Retrait du bruit</translation>
    </message>
    <message>
        <source>Taps kept</source>
        <translation>Coefficients gardés</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Texture</translation>
    </message>
    <message>
        <source>That run is gone for good.</source>
        <translation>Ce calcul est définitivement perdu.</translation>
    </message>
    <message>
        <source>The assumed degradation has no exact back-projection.</source>
        <translation>La dégradation supposée n’a pas de rétroprojection exacte.</translation>
    </message>
    <message>
        <source>The checkpoint {0} cannot be read ({1}).</source>
        <translation>Le point de reprise {0} ne peut pas être lu ({1}).</translation>
    </message>
    <message>
        <source>The colours are noise that its channels do not share: their mean is enlarged, in grey.</source>
        <translation>Les couleurs sont un bruit que ses canaux ne partagent pas : leur moyenne est agrandie, en gris.</translation>
    </message>
    <message>
        <source>The connection to {0} broke off ({1}).</source>
        <translation>La connexion à {0} a été interrompue ({1}).</translation>
    </message>
    <message>
        <source>The drive of {0} does not answer.</source>
        <translation>Le disque de {0} ne répond pas.</translation>
    </message>
    <message>
        <source>The drive of {0} no longer answers.</source>
        <translation>Le disque de {0} ne répond plus.</translation>
    </message>
    <message>
        <source>The engine cannot start: {0}.</source>
        <translation>Le moteur ne peut pas démarrer : {0}.</translation>
    </message>
    <message>
        <source>The engine met an error ({0}).</source>
        <translation>Le moteur a rencontré une erreur ({0}).</translation>
    </message>
    <message>
        <source>The engine met an error: {0}.</source>
        <translation>Le moteur a rencontré une erreur : {0}.</translation>
    </message>
    <message>
        <source>The enlarged frames are damaged.</source>
        <translation>Les images agrandies sont endommagées.</translation>
    </message>
    <message>
        <source>The enlarged frames are gone or damaged.</source>
        <translation>Les images agrandies ont disparu ou sont endommagées.</translation>
    </message>
    <message>
        <source>The estimated blur kernel ({0}) is not credible; the bicubic kernel is used instead.</source>
        <translation>Le noyau de flou estimé ({0}) n’est pas crédible ; le noyau bicubique est utilisé à la place.</translation>
    </message>
    <message>
        <source>The file has changed since it was done.</source>
        <translation>Le fichier a changé depuis son traitement.</translation>
    </message>
    <message>
        <source>The file has {0} frames; the first was enlarged.</source>
        <translation>Le fichier a {0} images ; la première a été agrandie.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made ({1}).</source>
        <translation>Le dossier {0} ne peut pas être créé ({1}).</translation>
    </message>
    <message>
        <source>The folder {0} cannot be written ({1}).</source>
        <translation>Le dossier {0} ne peut pas être écrit ({1}).</translation>
    </message>
    <message>
        <source>The frames to learn from are not of one size.</source>
        <translation>Les images dont apprendre n’ont pas toutes la même taille.</translation>
    </message>
    <message>
        <source>The header of {0} cannot be read again.</source>
        <translation>L’en-tête de {0} ne peut pas être relu.</translation>
    </message>
    <message>
        <source>The header of {0} is damaged.</source>
        <translation>L’en-tête de {0} est endommagé.</translation>
    </message>
    <message>
        <source>The index has the schema {0}, this program knows {1}.</source>
        <translation>L’index a le schéma {0}, ce programme connaît {1}.</translation>
    </message>
    <message>
        <source>The index is damaged.</source>
        <translation>L’index est endommagé.</translation>
    </message>
    <message>
        <source>The job ended without a result.</source>
        <translation>La tâche s’est terminée sans résultat.</translation>
    </message>
    <message>
        <source>The list of runs cannot be used ({0}).</source>
        <translation>La liste des calculs ne peut pas être utilisée ({0}).</translation>
    </message>
    <message>
        <source>The list of runs was damaged. It was made anew; the old one is kept as {0}.</source>
        <translation>La liste des calculs était endommagée. Elle a été refaite ; l’ancienne est gardée sous {0}.</translation>
    </message>
    <message>
        <source>The maps in {0} came back from the disk changed.</source>
        <translation>Les cartes de {0} sont revenues modifiées du disque.</translation>
    </message>
    <message>
        <source>The name of the file holds a zero byte, which no file name can.</source>
        <translation>Le nom du fichier contient un octet nul, ce qu’aucun nom de fichier ne peut.</translation>
    </message>
    <message>
        <source>The network had not learned more than interpolation knows: interpolation is used.</source>
        <translation>Le réseau n’avait pas appris plus que ce que sait l’interpolation : l’interpolation est utilisée.</translation>
    </message>
    <message>
        <source>The perceptual term is saturated (a distance above {0}): it hardly has a gradient, and training minimises the mean absolute error alone.</source>
        <translation>Le terme perceptif est saturé (une distance au-dessus de {0}) : il n’a guère de gradient, et l’apprentissage minimise la seule erreur absolue moyenne.</translation>
    </message>
    <message>
        <source>The perceptual term needs the weights of VGG19, which are not in {0}. Put {1} (torchvision's) or {2} there, run `ussr-engine weights --download vgg19`, or set perceptual to off.</source>
        <translation>Le terme perceptif demande les poids de VGG19, qui ne sont pas dans {0}. Mettez-y {1} (celui de torchvision) ou {2}, lancez `ussr-engine weights --download vgg19`, ou réglez perceptual sur off.</translation>
    </message>
    <message>
        <source>The picture holds values that are not numbers (NaN or infinite).</source>
        <translation>L’image contient des valeurs qui ne sont pas des nombres (NaN ou infini).</translation>
    </message>
    <message>
        <source>The picture is kept as {0} in {1}.</source>
        <translation>L’image est gardée sous {0} dans {1}.</translation>
    </message>
    <message>
        <source>The picture nearest to bicubic that, shrunk again, gives back the scan exactly. For scans without noise.</source>
        <translation>L’image la plus proche du bicubique qui, réduite à nouveau, redonne exactement l’échographie. Pour les échographies sans bruit.</translation>
    </message>
    <message>
        <source>The program ended {0} times while it was at this file.</source>
        <translation>Le programme s’est arrêté {0} fois alors qu’il en était à ce fichier.</translation>
    </message>
    <message>
        <source>The program was killed when its result had just been written.</source>
        <translation>Le programme a été tué alors que son résultat venait d’être écrit.</translation>
    </message>
    <message>
        <source>The queue cannot be kept in {0} ({1}).</source>
        <translation>La file d’attente ne peut pas être gardée dans {0} ({1}).</translation>
    </message>
    <message>
        <source>The queue {0} cannot be written ({1}).</source>
        <translation>La file d’attente {0} ne peut pas être écrite ({1}).</translation>
    </message>
    <message>
        <source>The queue {0} is damaged ({1}).</source>
        <translation>La file d’attente {0} est endommagée ({1}).</translation>
    </message>
    <message>
        <source>The record of a plan is damaged ({0}).</source>
        <translation>L’enregistrement d’un plan est endommagé ({0}).</translation>
    </message>
    <message>
        <source>The record of run {0} cannot be read ({1}).</source>
        <translation>L’enregistrement du calcul {0} ne peut pas être lu ({1}).</translation>
    </message>
    <message>
        <source>The record of run {0} is damaged.</source>
        <translation>L’enregistrement du calcul {0} est endommagé.</translation>
    </message>
    <message>
        <source>The record of run {0} is too large.</source>
        <translation>L’enregistrement du calcul {0} est trop gros.</translation>
    </message>
    <message>
        <source>The records of {0} runs were damaged and have been made anew.</source>
        <translation>Les enregistrements de {0} calculs étaient endommagés et ont été refaits.</translation>
    </message>
    <message>
        <source>The reference has {0}, the picture {1}.</source>
        <translation>La référence a {0}, l’image {1}.</translation>
    </message>
    <message>
        <source>The reference holds {0}, the picture {1}.</source>
        <translation>La référence contient {0}, l’image {1}.</translation>
    </message>
    <message>
        <source>The report cannot be written in {0} ({1}).</source>
        <translation>Le rapport ne peut pas être écrit dans {0} ({1}).</translation>
    </message>
    <message>
        <source>The result cannot be put in its place ({0}).</source>
        <translation>Le résultat ne peut pas être mis à sa place ({0}).</translation>
    </message>
    <message>
        <source>The result hardly differs from interpolation: no detail beyond it was found.</source>
        <translation>Le résultat diffère à peine de l’interpolation : aucun détail au-delà n’a été trouvé.</translation>
    </message>
    <message>
        <source>The result of run {0} is damaged.</source>
        <translation>Le résultat du calcul {0} est endommagé.</translation>
    </message>
    <message>
        <source>The row {0} has no knobs.</source>
        <translation>La ligne {0} n’a pas de réglages.</translation>
    </message>
    <message>
        <source>The run cannot be kept in {0} ({1}).</source>
        <translation>Le calcul ne peut pas être gardé dans {0} ({1}).</translation>
    </message>
    <message>
        <source>The scale is {0}; it must be 2, 3 or 4.</source>
        <translation>Le facteur est {0} ; ce doit être 2, 3 ou 4.</translation>
    </message>
    <message>
        <source>The scan holds hardly more detail than interpolation shows.</source>
        <translation>L’échographie ne contient guère plus de détail que l’interpolation n’en montre.</translation>
    </message>
    <message>
        <source>The scan is in colour: its brightness is enlarged by the method, its colours by interpolation.</source>
        <translation>L’échographie est en couleur : sa luminosité est agrandie par la méthode, ses couleurs par interpolation.</translation>
    </message>
    <message>
        <source>The scan is one flat tone: there is nothing to learn from it, so it was interpolated.</source>
        <translation>L’échographie n’est qu’un ton uni : il n’y a rien à en apprendre, elle a donc été interpolée.</translation>
    </message>
    <message>
        <source>The scan is too small to estimate its blur; the bicubic kernel is used instead.</source>
        <translation>L’échographie est trop petite pour estimer son flou ; le noyau bicubique est utilisé à la place.</translation>
    </message>
    <message>
        <source>The scan is too small to polish its picture.</source>
        <translation>L’échographie est trop petite pour polir son image.</translation>
    </message>
    <message>
        <source>The scan of run {0} is damaged ({1}).</source>
        <translation>L’échographie du calcul {0} est endommagée ({1}).</translation>
    </message>
    <message>
        <source>The scan of run {0} is not there.</source>
        <translation>L’échographie du calcul {0} n’est pas là.</translation>
    </message>
    <message>
        <source>The seed is {0}; it must be a whole number from 0 on.</source>
        <translation>La graine est {0} ; ce doit être un nombre entier à partir de 0.</translation>
    </message>
    <message>
        <source>The seed is {0}; it must not be negative.</source>
        <translation>La graine est {0} ; elle ne doit pas être négative.</translation>
    </message>
    <message>
        <source>The setting {0} was damaged and counts as empty.</source>
        <translation>Le réglage {0} était endommagé et compte comme vide.</translation>
    </message>
    <message>
        <source>The settings are those of a newer program; these are as on the first day.</source>
        <translation>Les réglages sont ceux d’un programme plus récent ; ceux-ci sont comme au premier jour.</translation>
    </message>
    <message>
        <source>The settings could not be read.</source>
        <translation>Les réglages n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>The settings were damaged and are as on the first day.</source>
        <translation>Les réglages étaient endommagés et sont comme au premier jour.</translation>
    </message>
    <message>
        <source>The source has no ultrasound region in its picture, so nothing can be blanked outside one.</source>
        <translation>La source n’a pas de région échographique dans son image, donc rien ne peut être noirci hors d’une région.</translation>
    </message>
    <message>
        <source>The source {0} cannot be read any more: {1}.</source>
        <translation>La source {0} ne peut plus être lue : {1}.</translation>
    </message>
    <message>
        <source>The study's own: a wavelet network learns from this scan to sharpen and to clean at once. Smooths.</source>
        <translation>Celui de l’étude : un réseau d’ondelettes apprend de cette échographie à affiner et à nettoyer à la fois. Lisse.</translation>
    </message>
    <message>
        <source>The study's perceptual term is off (it needs the weights of VGG19): cycles are held together by L1 alone.</source>
        <translation>Le terme perceptif de l’étude est désactivé (il demande les poids de VGG19) : les cycles ne tiennent que par L1.</translation>
    </message>
    <message>
        <source>The study's perceptual term is off (it needs the weights of VGG19): the loss is the mean absolute error alone.</source>
        <translation>Le terme perceptif de l’étude est désactivé (il demande les poids de VGG19) : la perte est la seule erreur absolue moyenne.</translation>
    </message>
    <message>
        <source>The template {0} has a field {{1}} that is not known.</source>
        <translation>Le modèle {0} a un champ {{1}} inconnu.</translation>
    </message>
    <message>
        <source>The template {0} is not understood ({1}).</source>
        <translation>Le modèle {0} n’est pas compris ({1}).</translation>
    </message>
    <message>
        <source>The template {0} lacks {name}: all results would have one name.</source>
        <translation>Le modèle {0} n’a pas {name} : tous les résultats auraient le même nom.</translation>
    </message>
    <message>
        <source>The template {0} names a folder or holds signs that no name can.</source>
        <translation>Le modèle {0} nomme un dossier ou contient des signes interdits dans un nom.</translation>
    </message>
    <message>
        <source>The wavelet U-Net at a quarter of its width, trained on this scan alone.</source>
        <translation>Le U-Net d’ondelettes au quart de sa largeur, entraîné sur cette seule échographie.</translation>
    </message>
    <message>
        <source>The weights in {0} are no numbers of the kind that its card says.</source>
        <translation>Les poids de {0} ne sont pas des nombres du type que dit sa fiche.</translation>
    </message>
    <message>
        <source>The weights in {0} are not finite.</source>
        <translation>Les poids de {0} ne sont pas finis.</translation>
    </message>
    <message>
        <source>The weights in {0} do not fit its card.</source>
        <translation>Les poids de {0} ne conviennent pas à sa fiche.</translation>
    </message>
    <message>
        <source>The worker ended (exit code {0}), perhaps for lack of memory.</source>
        <translation>L’exécutant s’est arrêté (code de sortie {0}), peut-être faute de mémoire.</translation>
    </message>
    <message>
        <source>There are more frames than the {0} of the clip.</source>
        <translation>Il y a plus d’images que les {0} de la séquence.</translation>
    </message>
    <message>
        <source>There are more frames than the {0} of the source.</source>
        <translation>Il y a plus d’images que les {0} de la source.</translation>
    </message>
    <message>
        <source>There are {0}.</source>
        <translation>Il y a {0}.</translation>
    </message>
    <message>
        <source>There is no Method {0}.</source>
        <translation>Il n’y a pas de Méthode {0}.</translation>
    </message>
    <message>
        <source>There is no device {0} on this machine.</source>
        <translation>Il n’y a pas de matériel {0} sur cette machine.</translation>
    </message>
    <message>
        <source>There is no file {0} in {1}.</source>
        <translation>Il n’y a pas de fichier {0} dans {1}.</translation>
    </message>
    <message>
        <source>There is no folder {0} to save {1} in.</source>
        <translation>Il n’y a pas de dossier {0} où enregistrer {1}.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Il n’y a pas de dossier {0}.</translation>
    </message>
    <message>
        <source>There is no frame to write.</source>
        <translation>Il n’y a pas d’image à écrire.</translation>
    </message>
    <message>
        <source>There is no frame {0}: the clip has {1}.</source>
        <translation>Il n’y a pas d’image {0} : la séquence en a {1}.</translation>
    </message>
    <message>
        <source>There is no knob {0}.{1}</source>
        <translation>Il n’y a pas de réglage {0}.{1}</translation>
    </message>
    <message>
        <source>There is no noise {0}.</source>
        <translation>Il n’y a pas de bruit {0}.</translation>
    </message>
    <message>
        <source>There is no protocol {0}.</source>
        <translation>Il n’y a pas de protocole {0}.</translation>
    </message>
    <message>
        <source>There is no resize kernel {0}.{1}</source>
        <translation>Il n’y a pas de noyau de redimensionnement {0}.{1}</translation>
    </message>
    <message>
        <source>There is no room for {0} on the disk.</source>
        <translation>Il n’y a pas de place pour {0} sur le disque.</translation>
    </message>
    <message>
        <source>There is no run {0} in the list.</source>
        <translation>Il n’y a pas de calcul {0} dans la liste.</translation>
    </message>
    <message>
        <source>There is no trained {0} for ×{1} in {2}.</source>
        <translation>Il n’y a pas de {0} entraîné pour ×{1} dans {2}.</translation>
    </message>
    <message>
        <source>There is no unfinished run {0}.</source>
        <translation>Il n’y a pas de calcul inachevé {0}.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs or crop the scan.</source>
        <translation>Il n’y a pas assez de mémoire. Fermez d’autres programmes ou recadrez l’échographie.</translation>
    </message>
    <message>
        <source>There is {0}, and a seed from 0 on.</source>
        <translation>Il y a {0}, et une graine à partir de 0.</translation>
    </message>
    <message>
        <source>There is {0}.</source>
        <translation>Il y a {0}.</translation>
    </message>
    <message>
        <source>This item is no longer in the queue.</source>
        <translation>Cet élément n’est plus dans la file d’attente.</translation>
    </message>
    <message>
        <source>This run cannot be kept ({0}) and could not be resumed; it goes on all the same.</source>
        <translation>Ce calcul ne peut pas être gardé ({0}) et ne pourrait pas être repris ; il continue tout de même.</translation>
    </message>
    <message>
        <source>This run cannot be kept ({0}): it goes on, but it will not be in the list.</source>
        <translation>Ce calcul ne peut pas être gardé ({0}) : il continue, mais il ne sera pas dans la liste.</translation>
    </message>
    <message>
        <source>This run goes on in another window.</source>
        <translation>Ce calcul est en cours dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>This run has its result; there is nothing to go on with.</source>
        <translation>Ce calcul a son résultat ; il n’y a rien à continuer.</translation>
    </message>
    <message>
        <source>This worker runs version {0}, the batch {1}.</source>
        <translation>Cet exécutant a la version {0}, le lot la version {1}.</translation>
    </message>
    <message>
        <source>This worker runs version {0}, the benchmark {1}.</source>
        <translation>Cet exécutant a la version {0}, le banc d’essai la version {1}.</translation>
    </message>
    <message>
        <source>Three layers at the scan's own size, trained on this scan alone. The quickest that learns.</source>
        <translation>Trois couches à la taille même de l’échographie, entraînées sur elle seule. Le plus rapide de ceux qui apprennent.</translation>
    </message>
    <message>
        <source>Three layers, trained on this scan alone.</source>
        <translation>Trois couches, entraînées sur cette seule échographie.</translation>
    </message>
    <message>
        <source>Tiles cannot be enlarged {0} times.</source>
        <translation>Des tuiles ne peuvent pas être agrandies {0} fois.</translation>
    </message>
    <message>
        <source>Train it anew.</source>
        <translation>Entraînez-le à nouveau.</translation>
    </message>
    <message>
        <source>Train one on scans of your own: ussr-engine train --method {0} --pairs FOLDER --scale {1}.</source>
        <translation>Entraînez-en un sur vos propres échographies : ussr-engine train --method {0} --pairs FOLDER --scale {1}.</translation>
    </message>
    <message>
        <source>Training became unstable at step {0}: back to step {1} with a smaller learning rate.</source>
        <translation>L’apprentissage est devenu instable au pas {0} : retour au pas {1} avec un taux d’apprentissage plus petit.</translation>
    </message>
    <message>
        <source>Training gave no finite picture at all.</source>
        <translation>L’apprentissage n’a donné aucune image finie.</translation>
    </message>
    <message>
        <source>Training has {0} curves at most, and ends by step {1}.</source>
        <translation>Un apprentissage a {0} courbes au plus, et finit avant le pas {1}.</translation>
    </message>
    <message>
        <source>Training ×{0}</source>
        <translation>Apprentissage ×{0}</translation>
    </message>
    <message>
        <source>Training ×{0} to ×{1}</source>
        <translation>Apprentissage ×{0} à ×{1}</translation>
    </message>
    <message>
        <source>Transfer syntax</source>
        <translation>Syntaxe de transfert</translation>
    </message>
    <message>
        <source>Transparency</source>
        <translation>Transparence</translation>
    </message>
    <message>
        <source>Try another disk.</source>
        <translation>Essayez un autre disque.</translation>
    </message>
    <message>
        <source>Try another format.</source>
        <translation>Essayez un autre format.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Rotations</translation>
    </message>
    <message>
        <source>Twenty layers, trained on this scan alone.</source>
        <translation>Vingt couches, entraînées sur cette seule échographie.</translation>
    </message>
    <message>
        <source>Two generators and two critics learn fine and coarse from this scan. Sharpens; slow.</source>
        <translation>Deux générateurs et deux critiques apprennent le fin et le grossier de cette échographie. Affine ; lent.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Incertitude</translation>
    </message>
    <message>
        <source>Update this one to play it.</source>
        <translation>Mettez celui-ci à jour pour la jouer.</translation>
    </message>
    <message>
        <source>Use --method trained.</source>
        <translation>Utilisez --method trained.</translation>
    </message>
    <message>
        <source>Use {0}.</source>
        <translation>Utilisez {0}.</translation>
    </message>
    <message>
        <source>VDSR, internal</source>
        <translation>VDSR, interne</translation>
    </message>
    <message>
        <source>VGG19's term on 0–255 (as in the study) or on 0–1; needs its weights</source>
        <translation>terme de VGG19 sur 0–255 (comme dans l’étude) ou sur 0–1 ; demande ses poids</translation>
    </message>
    <message>
        <source>VGG19's term on patches as they are, or enlarged to 224 pixels as published; needs its weights</source>
        <translation>terme de VGG19 sur les échantillons tels quels, ou agrandis à 224 pixels comme publié ; demande ses poids</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Volumes and sequences</source>
        <translation>Volumes et séquences</translation>
    </message>
    <message>
        <source>Wait for it or choose another.</source>
        <translation>Attendez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Wait for it there.</source>
        <translation>Attendez-le là-bas.</translation>
    </message>
    <message>
        <source>Wait for it, stop it, or choose another folder.</source>
        <translation>Attendez-le, arrêtez-le, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Weighting</source>
        <translation>Pondération</translation>
    </message>
    <message>
        <source>What is to be found has 1 to {0} regions.</source>
        <translation>Ce qui est à trouver a de 1 à {0} régions.</translation>
    </message>
    <message>
        <source>What run {0} was asked is damaged ({1}).</source>
        <translation>Ce qui a été demandé au calcul {0} est endommagé ({1}).</translation>
    </message>
    <message>
        <source>What the picture leaves of the scan unexplained: {0} times the noise's variance, neighbours correlated by {1}.</source>
        <translation>Ce que l’image laisse inexpliqué de l’échographie : {0} fois la variance du bruit, voisins corrélés à {1}.</translation>
    </message>
    <message>
        <source>What {0} sent is not {1}: its SHA-256 does not begin with {2}.</source>
        <translation>Ce que {0} a envoyé n’est pas {1} : son SHA-256 ne commence pas par {2}.</translation>
    </message>
    <message>
        <source>Which is better?</source>
        <translation>Laquelle est la meilleure ?</translation>
    </message>
    <message>
        <source>Which is real?</source>
        <translation>Laquelle est la vraie ?</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Entière</translation>
    </message>
    <message>
        <source>Whole pixels</source>
        <translation>Pixels entiers</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Write fewer frames, a smaller scale, or another format.</source>
        <translation>Écrivez moins d’images, un facteur plus petit, ou un autre format.</translation>
    </message>
    <message>
        <source>Write it as DICOM, or as single pictures.</source>
        <translation>Écrivez-la en DICOM, ou en images séparées.</translation>
    </message>
    <message>
        <source>a DICOM file</source>
        <translation>un fichier DICOM</translation>
    </message>
    <message>
        <source>a kernel to use instead: a table of numbers (.json, .csv, .txt, .npy)</source>
        <translation>un noyau à utiliser à la place : un tableau de nombres (.json, .csv, .txt, .npy)</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a number's knob declares its bounds</source>
        <translation>le réglage d’un nombre déclare ses bornes</translation>
    </message>
    <message>
        <source>a result that is taken for the scan is rounded to 8 bits</source>
        <translation>un résultat pris pour l’échographie est arrondi à 8 bits</translation>
    </message>
    <message>
        <source>a second stage goes on at the rate of the first, as in the study; off begins anew</source>
        <translation>une seconde étape continue au taux de la première, comme dans l’étude ; désactivé, recommence à neuf</translation>
    </message>
    <message>
        <source>a small network looks for what the closed form leaves; seconds instead of tenths</source>
        <translation>un petit réseau cherche ce que laisse la forme close ; des secondes au lieu de dixièmes</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>about so many taps survive the clean-up</source>
        <translation>environ autant de coefficients survivent au nettoyage</translation>
    </message>
    <message>
        <source>also say which pixels are inferred, how sure each is, and what the scan leaves unexplained</source>
        <translation>dire aussi quels pixels sont inférés, à quel point chacun est sûr, et ce que l’échographie laisse inexpliqué</translation>
    </message>
    <message>
        <source>as you asked</source>
        <translation>comme vous l’avez demandé</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>comme vous l’avez dit</translation>
    </message>
    <message>
        <source>at {0} frames a second, for none are known</source>
        <translation>à {0} images par seconde, aucune cadence n’étant connue</translation>
    </message>
    <message>
        <source>auto: one jump to ×2 and ×3, two stages to ×4; gradual: every result feeds the next stage; repeated: ×4 is ×2 twice, the first result taken for the scan</source>
        <translation>auto : un seul saut pour ×2 et ×3, deux étapes pour ×4 ; gradual : chaque résultat nourrit l’étape suivante ; repeated : ×4 est deux fois ×2, le premier résultat pris pour l’échographie</translation>
    </message>
    <message>
        <source>batch norm in the blocks, as published</source>
        <translation>normalisation par lots dans les blocs, comme publié</translation>
    </message>
    <message>
        <source>because it became unstable {0} times</source>
        <translation>car il est devenu instable {0} fois</translation>
    </message>
    <message>
        <source>because the error no longer falls</source>
        <translation>car l’erreur ne baisse plus</translation>
    </message>
    <message>
        <source>because the steps were spent</source>
        <translation>car les pas étaient épuisés</translation>
    </message>
    <message>
        <source>best</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>blur of about {0} px</source>
        <translation>flou d’environ {0} px</translation>
    </message>
    <message>
        <source>blur of about {0} × {1} px</source>
        <translation>flou d’environ {0} × {1} px</translation>
    </message>
    <message>
        <source>can't tell</source>
        <translation>indécis</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abandonné</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>canaux</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>colour flow</source>
        <translation>flux couleur</translation>
    </message>
    <message>
        <source>confidence {0}</source>
        <translation>confiance {0}</translation>
    </message>
    <message>
        <source>could not be read: its decoder failed</source>
        <translation>n’a pas pu être lu : son décodeur a échoué</translation>
    </message>
    <message>
        <source>derived from it</source>
        <translation>dérivée de celle-ci</translation>
    </message>
    <message>
        <source>devices and pipes</source>
        <translation>périphériques et tubes</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>even</source>
        <translation>uniforme</translation>
    </message>
    <message>
        <source>even noise of about {0} levels</source>
        <translation>bruit uniforme d’environ {0} niveaux</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>en échec</translation>
    </message>
    <message>
        <source>fall of the loss that counts</source>
        <translation>baisse de la perte qui compte</translation>
    </message>
    <message>
        <source>fathers are cut from the scan cleaned by wavelets</source>
        <translation>les pères sont découpés dans l’échographie nettoyée par ondelettes</translation>
    </message>
    <message>
        <source>fathers are mirrored and turned by 90°; off keeps depth pointing down</source>
        <translation>les pères sont retournés et tournés de 90° ; désactivé, la profondeur reste vers le bas</translation>
    </message>
    <message>
        <source>file of a trained network; empty takes your newest that fits the scale</source>
        <translation>fichier d’un réseau entraîné ; vide prend votre plus récent qui convient au facteur</translation>
    </message>
    <message>
        <source>files of other kinds</source>
        <translation>fichiers d’autres types</translation>
    </message>
    <message>
        <source>files of the system</source>
        <translation>fichiers du système</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>first weights: Model 1's, or Model 2's</source>
        <translation>premiers poids : ceux du Modèle 1, ou du Modèle 2</translation>
    </message>
    <message>
        <source>flips and turns whose median is taken</source>
        <translation>retournements et rotations dont on prend la médiane</translation>
    </message>
    <message>
        <source>folders of results</source>
        <translation>dossiers de résultats</translation>
    </message>
    <message>
        <source>folders that may not be read</source>
        <translation>dossiers qui ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>gauss {0}</source>
        <translation>gauss {0}</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>gris</translation>
    </message>
    <message>
        <source>grey levels</source>
        <translation>niveaux de gris</translation>
    </message>
    <message>
        <source>half-width of the {0} % band</source>
        <translation>demi-largeur de la bande à {0} %</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>réservées</translation>
    </message>
    <message>
        <source>hidden files</source>
        <translation>fichiers cachés</translation>
    </message>
    <message>
        <source>how the scan came about: found by itself, the study's Method 1, 2 or 3, or a blur of known width</source>
        <translation>comment l’échographie est née : trouvé par la méthode même, Méthode 1, 2 ou 3 de l’étude, ou un flou de largeur connue</translation>
    </message>
    <message>
        <source>how the scan is taken to have been made coarser; cubic75 is OpenCV's cubic</source>
        <translation>comment l’échographie est supposée avoir été réduite ; cubic75 est la cubique d’OpenCV</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoré</translation>
    </message>
    <message>
        <source>impossible, not used</source>
        <translation>impossible, non utilisé</translation>
    </message>
    <message>
        <source>in Source Image Sequence</source>
        <translation>dans Source Image Sequence</translation>
    </message>
    <message>
        <source>in the header</source>
        <translation>dans l’en-tête</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>it leaves its region, and no millimetres hold on both sides</source>
        <translation>elle sort de sa région, et aucun millimètre ne vaut des deux côtés</translation>
    </message>
    <message>
        <source>it lies outside the calibrated regions</source>
        <translation>elle est hors des régions calibrées</translation>
    </message>
    <message>
        <source>iterative corrections of each member</source>
        <translation>corrections itératives de chaque membre</translation>
    </message>
    <message>
        <source>iterative corrections of the median</source>
        <translation>corrections itératives de la médiane</translation>
    </message>
    <message>
        <source>its grain is real speckle and is left alone</source>
        <translation>son grain est du vrai speckle et n’est pas touché</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>le sien</translation>
    </message>
    <message>
        <source>kept, as asked</source>
        <translation>gardé, comme demandé</translation>
    </message>
    <message>
        <source>kind of network it must be; empty takes any</source>
        <translation>type de réseau requis ; vide accepte n’importe lequel</translation>
    </message>
    <message>
        <source>laid over black</source>
        <translation>posée sur du noir</translation>
    </message>
    <message>
        <source>learn what interpolation lacks; off as published</source>
        <translation>apprendre ce qui manque à l’interpolation ; désactivé comme publié</translation>
    </message>
    <message>
        <source>learn what interpolation lacks; off as published, with a ReLU</source>
        <translation>apprendre ce qui manque à l’interpolation ; désactivé comme publié, avec un ReLU</translation>
    </message>
    <message>
        <source>learn what interpolation lacks; off as published, with a tanh</source>
        <translation>apprendre ce qui manque à l’interpolation ; désactivé comme publié, avec une tanh</translation>
    </message>
    <message>
        <source>learning rate of Adam at the start</source>
        <translation>taux d’apprentissage d’Adam au début</translation>
    </message>
    <message>
        <source>learning rate of Adam at the start of each stage</source>
        <translation>taux d’apprentissage d’Adam au début de chaque étape</translation>
    </message>
    <message>
        <source>learning rate of both</source>
        <translation>taux d’apprentissage des deux</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gauche</translation>
    </message>
    <message>
        <source>linked folders</source>
        <translation>dossiers liés</translation>
    </message>
    <message>
        <source>longest gradient, for deep networks; 0 leaves it alone</source>
        <translation>gradient le plus long, pour les réseaux profonds ; 0 n’y touche pas</translation>
    </message>
    <message>
        <source>made patches kept to show the critics again</source>
        <translation>échantillons produits gardés pour être remontrés aux critiques</translation>
    </message>
    <message>
        <source>makes the result, shrunk again, agree with the scan</source>
        <translation>fait que le résultat, réduit à nouveau, concorde avec l’échographie</translation>
    </message>
    <message>
        <source>most steps of a stage; training usually stops earlier</source>
        <translation>nombre maximal de pas d’une étape ; l’apprentissage s’arrête d’ordinaire plus tôt</translation>
    </message>
    <message>
        <source>mse</source>
        <translation>mse</translation>
    </message>
    <message>
        <source>multiplicative noise of about {0}</source>
        <translation>bruit multiplicatif d’environ {0}</translation>
    </message>
    <message>
        <source>new image, new series</source>
        <translation>nouvelle image, nouvelle série</translation>
    </message>
    <message>
        <source>no DICOM</source>
        <translation>pas de DICOM</translation>
    </message>
    <message>
        <source>no blur</source>
        <translation>pas de flou</translation>
    </message>
    <message>
        <source>no more blur than shrinking needs</source>
        <translation>pas plus de flou que la réduction n’en demande</translation>
    </message>
    <message>
        <source>noise added to crops, of 255</source>
        <translation>bruit ajouté aux recadrages, sur 255</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>not two positive millimetres, and was not used</source>
        <translation>pas deux millimètres positifs ; il n’a pas été utilisé</translation>
    </message>
    <message>
        <source>number {0} of {1}</source>
        <translation>numéro {0} sur {1}</translation>
    </message>
    <message>
        <source>of generator and critic, in turn</source>
        <translation>du générateur et du critique, tour à tour</translation>
    </message>
    <message>
        <source>of the 2D region; other regions are calibrated differently</source>
        <translation>de la région 2D ; les autres régions sont calibrées autrement</translation>
    </message>
    <message>
        <source>of the first level, doubled at each level down</source>
        <translation>du premier niveau, doublée à chaque niveau inférieur</translation>
    </message>
    <message>
        <source>of the perceptual term, its ceiling</source>
        <translation>du terme perceptif, son plafond</translation>
    </message>
    <message>
        <source>of the polishing network</source>
        <translation>du réseau de polissage</translation>
    </message>
    <message>
        <source>of what is below zero; 1 is the published code's, which makes the network linear</source>
        <translation>de ce qui est sous zéro ; 1 est celle du code publié, qui rend le réseau linéaire</translation>
    </message>
    <message>
        <source>official: KernelGAN; thesis: its form without constraints, on noisy crops; gaussian: no network, the Gaussian that explains the scan's spectrum; bicubic: no estimation</source>
        <translation>official : KernelGAN ; thesis : sa forme sans contraintes, sur des recadrages bruités ; gaussian : pas de réseau, la gaussienne qui explique le spectre de l’échographie ; bicubic : pas d’estimation</translation>
    </message>
    <message>
        <source>one outside the picture was left out</source>
        <translation>une région hors de l’image a été laissée de côté</translation>
    </message>
    <message>
        <source>one reaches beyond the picture; its millimetres are not used</source>
        <translation>une région dépasse l’image ; ses millimètres ne sont pas utilisés</translation>
    </message>
    <message>
        <source>one without bounds was left out</source>
        <translation>une région sans bornes a été laissée de côté</translation>
    </message>
    <message>
        <source>other</source>
        <translation>autre</translation>
    </message>
    <message>
        <source>parts of 1</source>
        <translation>parts de 1</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>échantillons</translation>
    </message>
    <message>
        <source>paths with nothing there</source>
        <translation>chemins où il n’y a rien</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>pulsed Doppler</source>
        <translation>Doppler pulsé</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>refused by pydicom ({0})</source>
        <translation>refusé par pydicom ({0})</translation>
    </message>
    <message>
        <source>regions are calibrated differently, so the picture as a whole has none</source>
        <translation>les régions sont calibrées différemment, donc l’image entière n’en a pas</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>repeating blocks; each is given the answers of all before it</source>
        <translation>blocs répétés ; chacun reçoit les réponses de tous ceux d’avant</translation>
    </message>
    <message>
        <source>research use</source>
        <translation>usage de recherche</translation>
    </message>
    <message>
        <source>residual blocks of three dense blocks; 23 as published, 3 for processors</source>
        <translation>blocs résiduels de trois blocs denses ; 23 comme publié, 3 pour les processeurs</translation>
    </message>
    <message>
        <source>residual blocks; 4 is light</source>
        <translation>blocs résiduels ; 4 est léger</translation>
    </message>
    <message>
        <source>right</source>
        <translation>droite</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>scan minus coarsened picture, over the noise</source>
        <translation>échographie moins image réduite, sur le bruit</translation>
    </message>
    <message>
        <source>see the model's card</source>
        <translation>voir la fiche du modèle</translation>
    </message>
    <message>
        <source>share of fathers mirrored and turned only</source>
        <translation>part des pères seulement retournés et tournés</translation>
    </message>
    <message>
        <source>share of fathers that are plain crops</source>
        <translation>part des pères qui sont de simples recadrages</translation>
    </message>
    <message>
        <source>share of fathers that are the whole scan</source>
        <translation>part des pères qui sont l’échographie entière</translation>
    </message>
    <message>
        <source>share of sons that are not shrunk, only noisy</source>
        <translation>part des fils qui ne sont pas réduits, seulement bruités</translation>
    </message>
    <message>
        <source>side of a father; 128 in the paper, at four times the cost a step</source>
        <translation>côté d’un père ; 128 dans l’article, à quatre fois le coût par pas</translation>
    </message>
    <message>
        <source>side of the crops; shrunk to 0.6 of small scans</source>
        <translation>côté des recadrages ; réduit à 0,6 pour les petites échographies</translation>
    </message>
    <message>
        <source>sides of the three convolutions</source>
        <translation>côtés des trois convolutions</translation>
    </message>
    <message>
        <source>sigmoid, centre {0}, width {1}</source>
        <translation>sigmoïde, centre {0}, largeur {1}</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulé</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>sauté</translation>
    </message>
    <message>
        <source>smoothing that spared the edges</source>
        <translation>lissage qui a épargné les bords</translation>
    </message>
    <message>
        <source>spectral</source>
        <translation>spectrale</translation>
    </message>
    <message>
        <source>spread of the difference between both axes' scales</source>
        <translation>dispersion de l’écart entre les facteurs des deux axes</translation>
    </message>
    <message>
        <source>spread of the shear of warped fathers</source>
        <translation>dispersion du cisaillement des pères déformés</translation>
    </message>
    <message>
        <source>standard deviations</source>
        <translation>écarts types</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>steps after a drop that do not count</source>
        <translation>pas après une baisse qui ne comptent pas</translation>
    </message>
    <message>
        <source>steps without gain before the rate drops</source>
        <translation>pas sans gain avant que le taux ne baisse</translation>
    </message>
    <message>
        <source>steps without gain that end training</source>
        <translation>pas sans gain qui terminent l’apprentissage</translation>
    </message>
    <message>
        <source>sums across between levels of one size; off as published</source>
        <translation>sommes entre niveaux de même taille ; désactivé comme publié</translation>
    </message>
    <message>
        <source>table of numbers (.json, .csv, .txt, .npy): the blur of a step by 2</source>
        <translation>tableau de nombres (.json, .csv, .txt, .npy) : le flou d’une réduction par 2</translation>
    </message>
    <message>
        <source>taps</source>
        <translation>coefficients</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>the PNG encoder failed</source>
        <translation>l’encodeur PNG a échoué</translation>
    </message>
    <message>
        <source>the Pixel Spacing is not two positive millimetres and was not used</source>
        <translation>le Pixel Spacing n’est pas deux millimètres positifs et n’a pas été utilisé</translation>
    </message>
    <message>
        <source>the axes of the {0} region are not both millimetres</source>
        <translation>les axes de la région {0} ne sont pas tous deux en millimètres</translation>
    </message>
    <message>
        <source>the disk or network failed</source>
        <translation>le disque ou le réseau a failli</translation>
    </message>
    <message>
        <source>the file gives no millimetres</source>
        <translation>le fichier ne donne pas de millimètres</translation>
    </message>
    <message>
        <source>the file's own grey curve (VOI LUT)</source>
        <translation>la courbe de gris propre au fichier (VOI LUT)</translation>
    </message>
    <message>
        <source>the first {0} of them</source>
        <translation>les {0} premières d’entre elles</translation>
    </message>
    <message>
        <source>the image itself</source>
        <translation>l’image elle-même</translation>
    </message>
    <message>
        <source>the kernel widens as the picture shrinks; off is OpenCV's way</source>
        <translation>le noyau s’élargit quand l’image rétrécit ; désactivé à la façon d’OpenCV</translation>
    </message>
    <message>
        <source>the rate does not drop below</source>
        <translation>le taux ne descend pas au-dessous</translation>
    </message>
    <message>
        <source>the rate may drop once in so many steps</source>
        <translation>le taux peut baisser une fois tous les tant de pas</translation>
    </message>
    <message>
        <source>the table of the queue</source>
        <translation>le tableau de la file d’attente</translation>
    </message>
    <message>
        <source>the weights at the end as in the study, or the best held-out ones</source>
        <translation>les poids de la fin comme dans l’étude, ou les meilleurs sur les parties réservées</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>toute l’image</translation>
    </message>
    <message>
        <source>the {0} region</source>
        <translation>la région {0}</translation>
    </message>
    <message>
        <source>there is nothing to take out</source>
        <translation>il n’y a rien à retirer</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>ce programme</translation>
    </message>
    <message>
        <source>three equal channels, read as one</source>
        <translation>trois canaux égaux, lus comme un seul</translation>
    </message>
    <message>
        <source>took longer than {0} seconds to read</source>
        <translation>a mis plus de {0} secondes à être lu</translation>
    </message>
    <message>
        <source>training stops below this rate</source>
        <translation>l’apprentissage s’arrête au-dessous de ce taux</translation>
    </message>
    <message>
        <source>transparency, left out</source>
        <translation>transparence, laissée de côté</translation>
    </message>
    <message>
        <source>trust {0} %</source>
        <translation>confiance {0} %</translation>
    </message>
    <message>
        <source>trust {0} / {1} / {2} %</source>
        <translation>confiance {0} / {1} / {2} %</translation>
    </message>
    <message>
        <source>turned upright (EXIF {0})</source>
        <translation>redressée (EXIF {0})</translation>
    </message>
    <message>
        <source>under 0.1 % protected</source>
        <translation>moins de 0,1 % protégé</translation>
    </message>
    <message>
        <source>unreadable, taken as upright</source>
        <translation>illisible, prise comme droite</translation>
    </message>
    <message>
        <source>valid values only</source>
        <translation>valeurs valides seulement</translation>
    </message>
    <message>
        <source>variance of the noise sons are multiplied with</source>
        <translation>variance du bruit par lequel les fils sont multipliés</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>warped fathers are shrunk down to this scale</source>
        <translation>les pères déformés sont réduits jusqu’à ce facteur</translation>
    </message>
    <message>
        <source>weight of likeness to bicubic, at the start</source>
        <translation>poids de la ressemblance au bicubique, au début</translation>
    </message>
    <message>
        <source>weight of the critics' opinion</source>
        <translation>poids de l’avis des critiques</translation>
    </message>
    <message>
        <source>weight of the kernel's centre of mass, later</source>
        <translation>poids du centre de masse du noyau, plus tard</translation>
    </message>
    <message>
        <source>weight of the kernel's frame</source>
        <translation>poids du cadre du noyau</translation>
    </message>
    <message>
        <source>weight of the kernel's sparsity, later</source>
        <translation>poids de la parcimonie du noyau, plus tard</translation>
    </message>
    <message>
        <source>weight of the kernel's sum</source>
        <translation>poids de la somme du noyau</translation>
    </message>
    <message>
        <source>what every layer of a dense block adds</source>
        <translation>ce que chaque couche d’un bloc dense ajoute</translation>
    </message>
    <message>
        <source>what is minimised between result and father</source>
        <translation>ce qui est minimisé entre le résultat et le père</translation>
    </message>
    <message>
        <source>what the method says and the scan does not show</source>
        <translation>ce que la méthode dit et que l’échographie ne montre pas</translation>
    </message>
    <message>
        <source>what the rate is divided by then</source>
        <translation>ce par quoi le taux est alors divisé</translation>
    </message>
    <message>
        <source>what the rate is divided by when the error stops falling</source>
        <translation>ce par quoi le taux est divisé quand l’erreur cesse de baisser</translation>
    </message>
    <message>
        <source>where errors count: everywhere alike, or as the scan's edges are</source>
        <translation>où comptent les erreurs : partout de même, ou comme sont les bords de l’échographie</translation>
    </message>
    <message>
        <source>width</source>
        <translation>largeur</translation>
    </message>
    <message>
        <source>width of every layer</source>
        <translation>largeur de chaque couche</translation>
    </message>
    <message>
        <source>width of generator and critic</source>
        <translation>largeur du générateur et du critique</translation>
    </message>
    <message>
        <source>width of the critics; 16 is light</source>
        <translation>largeur des critiques ; 16 est léger</translation>
    </message>
    <message>
        <source>width of the first encoder</source>
        <translation>largeur du premier encodeur</translation>
    </message>
    <message>
        <source>width of the first layer, twice the second</source>
        <translation>largeur de la première couche, double de la seconde</translation>
    </message>
    <message>
        <source>width of the hidden layers</source>
        <translation>largeur des couches cachées</translation>
    </message>
    <message>
        <source>width of the known blur, its standard deviation in the scan</source>
        <translation>largeur du flou connu, son écart type dans l’échographie</translation>
    </message>
    <message>
        <source>width of the network that makes coarse; 24 is light</source>
        <translation>largeur du réseau qui rend grossier ; 24 est léger</translation>
    </message>
    <message>
        <source>with {0} map{1}</source>
        <translation>avec {0} carte{1}</translation>
    </message>
    <message>
        <source>without a suffix</source>
        <translation>sans extension</translation>
    </message>
    <message>
        <source>without millimetres</source>
        <translation>sans millimètres</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{0} % protected</source>
        <translation>{0} % protégés</translation>
    </message>
    <message>
        <source>{0} (NaN or infinite), filled from the nearest value</source>
        <translation>{0} (NaN ou infini), remplis d’après la valeur la plus proche</translation>
    </message>
    <message>
        <source>{0} ({1}) would need {2} GB of memory, more than half of this computer's.</source>
        <translation>{0} ({1}) demanderait {2} Go de mémoire, plus de la moitié de celle de cet ordinateur.</translation>
    </message>
    <message>
        <source>{0} As published: VGG19's term counts too.</source>
        <translation>{0} Comme publié : le terme de VGG19 compte aussi.</translation>
    </message>
    <message>
        <source>{0} The old file could not be kept ({1}).</source>
        <translation>{0} L’ancien fichier n’a pas pu être gardé ({1}).</translation>
    </message>
    <message>
        <source>{0} The old file is kept as {1}.</source>
        <translation>{0} L’ancien fichier est gardé sous {1}.</translation>
    </message>
    <message>
        <source>{0} The run went on on {1}.</source>
        <translation>{0} Le calcul a continué sur {1}.</translation>
    </message>
    <message>
        <source>{0} as stored</source>
        <translation>{0} telle quelle</translation>
    </message>
    <message>
        <source>{0} attributes to remove</source>
        <translation>{0} attributs à retirer</translation>
    </message>
    <message>
        <source>{0} attributes too many</source>
        <translation>{0} attributs en trop</translation>
    </message>
    <message>
        <source>{0} attributes valid</source>
        <translation>{0} attributs valides</translation>
    </message>
    <message>
        <source>{0} became unstable and stopped at step {1}.</source>
        <translation>{0} est devenu instable et s’est arrêté au pas {1}.</translation>
    </message>
    <message>
        <source>{0} bit</source>
        <translation>{0} bits</translation>
    </message>
    <message>
        <source>{0} bit, {1}</source>
        <translation>{0} bits, {1}</translation>
    </message>
    <message>
        <source>{0} broke off after {1} of {2} bytes.</source>
        <translation>{0} s’est interrompu après {1} octets sur {2}.</translation>
    </message>
    <message>
        <source>{0} came back from the disk changed.</source>
        <translation>{0} est revenu modifié du disque.</translation>
    </message>
    <message>
        <source>{0} came back from the disk with fewer frames.</source>
        <translation>{0} est revenu du disque avec moins d’images.</translation>
    </message>
    <message>
        <source>{0} cannot be fetched ({1}).</source>
        <translation>{0} ne peut pas être téléchargé ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} ne peut pas être lu : {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be saved.</source>
        <translation>{0} ne peut pas être enregistré.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}).</source>
        <translation>{0} ne peut pas être écrit ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be written: NIfTI holds colour with 8 bits.</source>
        <translation>{0} ne peut pas être écrit : NIfTI contient la couleur sur 8 bits.</translation>
    </message>
    <message>
        <source>{0} cannot be written: a DICOM file is derived from a file, and this picture comes from none.</source>
        <translation>{0} ne peut pas être écrit : un fichier DICOM est dérivé d’un fichier, et cette image ne vient d’aucun.</translation>
    </message>
    <message>
        <source>{0} cannot be written: only {1} keep every grey value, the millimetres and how the picture was made.</source>
        <translation>{0} ne peut pas être écrit : seuls {1} gardent chaque niveau de gris, les millimètres et la façon dont l’image a été faite.</translation>
    </message>
    <message>
        <source>{0} claims an absurd number of pixels.</source>
        <translation>{0} annonce un nombre absurde de pixels.</translation>
    </message>
    <message>
        <source>{0} claims {1} frames; at most {2} are read.</source>
        <translation>{0} annonce {1} images ; {2} au plus sont lues.</translation>
    </message>
    <message>
        <source>{0} claims {1}; more than {2} million are not opened.</source>
        <translation>{0} annonce {1} ; au-delà de {2} millions, rien n’est ouvert.</translation>
    </message>
    <message>
        <source>{0} contradicts itself about its channels, bits or frames.</source>
        <translation>{0} se contredit sur ses canaux, ses bits ou ses images.</translation>
    </message>
    <message>
        <source>{0} contradicts itself: {1} × {2} pixels with {3} channels in its header, {4} × {5} with {6} in its compressed picture.</source>
        <translation>{0} se contredit : {1} × {2} pixels à {3} canaux dans son en-tête, {4} × {5} à {6} dans son image compressée.</translation>
    </message>
    <message>
        <source>{0} could not be read back after writing.</source>
        <translation>{0} n’a pas pu être relu après l’écriture.</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>{0} n’a pas pu être lu : {1}.</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}.</source>
        <translation>{0} n’a pas pu être écrit : {1}.</translation>
    </message>
    <message>
        <source>{0} does not fit into memory.</source>
        <translation>{0} ne tient pas en mémoire.</translation>
    </message>
    <message>
        <source>{0} does not fit into the memory that is free.</source>
        <translation>{0} ne tient pas dans la mémoire libre.</translation>
    </message>
    <message>
        <source>{0} does not hold the weights of {1}.</source>
        <translation>{0} ne contient pas les poids de {1}.</translation>
    </message>
    <message>
        <source>{0} does not say how its pixels are coded (no Transfer Syntax UID).</source>
        <translation>{0} ne dit pas comment ses pixels sont codés (pas de Transfer Syntax UID).</translation>
    </message>
    <message>
        <source>{0} ends before its pixels (no Pixel Data).</source>
        <translation>{0} se termine avant ses pixels (pas de Pixel Data).</translation>
    </message>
    <message>
        <source>{0} enlarged frames need {1} GB, and {2} GB are free on that disk.</source>
        <translation>{0} images agrandies demandent {1} Go, et {2} Go sont libres sur ce disque.</translation>
    </message>
    <message>
        <source>{0} enlarges ×{1} in one jump and cannot take a stage of ×{2}.</source>
        <translation>{0} agrandit ×{1} d’un seul saut et ne peut faire une étape de ×{2}.</translation>
    </message>
    <message>
        <source>{0} enlarges ×{1}, not ×{2}.</source>
        <translation>{0} agrandit ×{1}, pas ×{2}.</translation>
    </message>
    <message>
        <source>{0} exists.</source>
        <translation>{0} existe.</translation>
    </message>
    <message>
        <source>{0} failed.</source>
        <translation>{0} a échoué.</translation>
    </message>
    <message>
        <source>{0} for ×{1}, trained for {2} steps on {3} scans made coarse by {4}; {5} dB on {6} others, where bicubic has {7}.</source>
        <translation>{0} pour ×{1}, entraîné {2} pas sur {3} échographies rendues grossières par {4} ; {5} dB sur {6} autres, où le bicubique a {7}.</translation>
    </message>
    <message>
        <source>{0} frames a second</source>
        <translation>{0} images par seconde</translation>
    </message>
    <message>
        <source>{0} frames of {1} × {2} would take {3} GB; a DICOM file without compression holds at most 4.3 GB.</source>
        <translation>{0} images de {1} × {2} prendraient {3} Go ; un fichier DICOM sans compression contient au plus 4,3 Go.</translation>
    </message>
    <message>
        <source>{0} goes on; it cannot be deleted now.</source>
        <translation>{0} est en cours ; il ne peut pas être supprimé maintenant.</translation>
    </message>
    <message>
        <source>{0} grey levels, {1} by interpolation</source>
        <translation>{0} niveaux de gris, {1} par interpolation</translation>
    </message>
    <message>
        <source>{0} has a colour coding (Photometric Interpretation) that is not read.</source>
        <translation>{0} a un codage de couleur (Photometric Interpretation) qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} has a header of more than {1} MB, which is not read.</source>
        <translation>{0} a un en-tête de plus de {1} Mo, qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} has a segmented palette, which is not read.</source>
        <translation>{0} a une palette segmentée, qui n’est pas lue.</translation>
    </message>
    <message>
        <source>{0} has frames that end within a byte, which is not read.</source>
        <translation>{0} a des images qui finissent au milieu d’un octet, ce qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} has more than {1} pages, which are not read.</source>
        <translation>{0} a plus de {1} pages, qui ne sont pas lues.</translation>
    </message>
    <message>
        <source>{0} has no knob {1}.{2}</source>
        <translation>{0} n’a pas de réglage {1}.{2}</translation>
    </message>
    <message>
        <source>{0} has one frame only.</source>
        <translation>{0} n’a qu’une image.</translation>
    </message>
    <message>
        <source>{0} has the colour mode {1}, which is not read.</source>
        <translation>{0} a le mode de couleur {1}, qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} has {1} bits per sample; at most 16 are read.</source>
        <translation>{0} a {1} bits par échantillon ; 16 au plus sont lus.</translation>
    </message>
    <message>
        <source>{0} has {1} colours of more than 8 bits, which are not read.</source>
        <translation>{0} a {1} couleurs de plus de 8 bits, qui ne sont pas lues.</translation>
    </message>
    <message>
        <source>{0} has {1}, so there is no frame {2}.</source>
        <translation>{0} a {1}, donc il n’y a pas d’image {2}.</translation>
    </message>
    <message>
        <source>{0} holds complex numbers, not grey values.</source>
        <translation>{0} contient des nombres complexes, pas des niveaux de gris.</translation>
    </message>
    <message>
        <source>{0} holds its samples as text, which is not read.</source>
        <translation>{0} contient ses échantillons en texte, ce qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} holds neither grey values nor RGB.</source>
        <translation>{0} ne contient ni niveaux de gris ni RGB.</translation>
    </message>
    <message>
        <source>{0} holds no kernel ({1}).</source>
        <translation>{0} ne contient pas de noyau ({1}).</translation>
    </message>
    <message>
        <source>{0} holds no kernel.</source>
        <translation>{0} ne contient pas de noyau.</translation>
    </message>
    <message>
        <source>{0} holds the network {1}, not {2}.</source>
        <translation>{0} contient le réseau {1}, pas {2}.</translation>
    </message>
    <message>
        <source>{0} holds {1} bit samples with {2} compression, which are not read.</source>
        <translation>{0} contient des échantillons de {1} bits à compression {2}, qui ne sont pas lus.</translation>
    </message>
    <message>
        <source>{0} holds {1} encoded as {2}, which is not read.</source>
        <translation>{0} contient {1} codé en {2}, ce qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} holds {1} values that are not numbers (NaN or infinite).</source>
        <translation>{0} contient {1} valeurs qui ne sont pas des nombres (NaN ou infini).</translation>
    </message>
    <message>
        <source>{0} holds {1} × {2}, not grey or RGB.</source>
        <translation>{0} contient {1} × {2}, ni gris ni RGB.</translation>
    </message>
    <message>
        <source>{0} is a DICOM file without a picture.</source>
        <translation>{0} est un fichier DICOM sans image.</translation>
    </message>
    <message>
        <source>{0} is a HEIC or AVIF photograph, which is not opened.</source>
        <translation>{0} est une photographie HEIC ou AVIF, qui n’est pas ouverte.</translation>
    </message>
    <message>
        <source>{0} is a TIFF without any page.</source>
        <translation>{0} est un TIFF sans aucune page.</translation>
    </message>
    <message>
        <source>{0} is a damaged lesson.</source>
        <translation>{0} est une leçon endommagée.</translation>
    </message>
    <message>
        <source>{0} is a deflated DICOM file, which is not opened.</source>
        <translation>{0} est un fichier DICOM « deflated », qui n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{0} is a device or a pipe, not a file.</source>
        <translation>{0} est un périphérique ou un tube, pas un fichier.</translation>
    </message>
    <message>
        <source>{0} is a folder, so no file can take its place.</source>
        <translation>{0} est un dossier, donc aucun fichier ne peut prendre sa place.</translation>
    </message>
    <message>
        <source>{0} is a folder, so no picture can take its place.</source>
        <translation>{0} est un dossier, donc aucune image ne peut prendre sa place.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} est un dossier.</translation>
    </message>
    <message>
        <source>{0} is a gzip archive, which is not opened.</source>
        <translation>{0} est une archive gzip, qui n’est pas ouverte.</translation>
    </message>
    <message>
        <source>{0} is a header alone: the file with its samples is not beside it.</source>
        <translation>{0} n’est qu’un en-tête : le fichier de ses échantillons n’est pas à côté.</translation>
    </message>
    <message>
        <source>{0} is a header alone; its samples are in another file.</source>
        <translation>{0} n’est qu’un en-tête ; ses échantillons sont dans un autre fichier.</translation>
    </message>
    <message>
        <source>{0} is a knob of several parts.</source>
        <translation>{0} est un réglage de plusieurs parties.</translation>
    </message>
    <message>
        <source>{0} is a lesson without a step.</source>
        <translation>{0} est une leçon sans étape.</translation>
    </message>
    <message>
        <source>{0} is a video that is damaged or coded in a way that is not decoded here.</source>
        <translation>{0} est une vidéo endommagée, ou codée d’une façon qui n’est pas décodée ici.</translation>
    </message>
    <message>
        <source>{0} is a volume, not a picture.</source>
        <translation>{0} est un volume, pas une image.</translation>
    </message>
    <message>
        <source>{0} is coded as {1}, for which there is no decoder here.</source>
        <translation>{0} est codé en {1}, pour lequel il n’y a pas de décodeur ici.</translation>
    </message>
    <message>
        <source>{0} is cut short: it ends before the last chunk (IEND) of a PNG.</source>
        <translation>{0} est tronqué : il se termine avant le dernier bloc (IEND) d’un PNG.</translation>
    </message>
    <message>
        <source>{0} is cut short: it ends within a compressed frame.</source>
        <translation>{0} est tronqué : il se termine au milieu d’une image compressée.</translation>
    </message>
    <message>
        <source>{0} is cut short: it has {1} of {2} bytes.</source>
        <translation>{0} est tronqué : il a {1} octets sur {2}.</translation>
    </message>
    <message>
        <source>{0} is cut short: its header promises {1}, the file has {2}.</source>
        <translation>{0} est tronqué : son en-tête promet {1}, le fichier a {2}.</translation>
    </message>
    <message>
        <source>{0} is cut short: page {1} lies beyond its end.</source>
        <translation>{0} est tronqué : la page {1} se trouve au-delà de sa fin.</translation>
    </message>
    <message>
        <source>{0} is cut short: the end mark of a JPEG is missing.</source>
        <translation>{0} est tronqué : il manque la marque de fin d’un JPEG.</translation>
    </message>
    <message>
        <source>{0} is cut short: {1} of its {2} frames are there.</source>
        <translation>{0} est tronqué : {1} de ses {2} images sont là.</translation>
    </message>
    <message>
        <source>{0} is cut short: {1} of {2} bytes are there.</source>
        <translation>{0} est tronqué : {1} octets sur {2} sont là.</translation>
    </message>
    <message>
        <source>{0} is cut short: {1} of {2} bytes of pixels are there for {3} × {4} × {5}.</source>
        <translation>{0} est tronqué : {1} octets de pixels sur {2} sont là pour {3} × {4} × {5}.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}).</source>
        <translation>{0} est endommagé ({1}).</translation>
    </message>
    <message>
        <source>{0} is damaged or is no {1} ({2}).</source>
        <translation>{0} est endommagé ou n’est pas {1} ({2}).</translation>
    </message>
    <message>
        <source>{0} is damaged: a check sum of its pixels is wrong.</source>
        <translation>{0} est endommagé : une somme de contrôle de ses pixels est fausse.</translation>
    </message>
    <message>
        <source>{0} is damaged: its 16 bit pixels cannot be decoded.</source>
        <translation>{0} est endommagé : ses pixels de 16 bits ne peuvent pas être décodés.</translation>
    </message>
    <message>
        <source>{0} is damaged: its compressed frames are not in order.</source>
        <translation>{0} est endommagé : ses images compressées ne sont pas dans l’ordre.</translation>
    </message>
    <message>
        <source>{0} is damaged: its header does not say where its samples are.</source>
        <translation>{0} est endommagé : son en-tête ne dit pas où sont ses échantillons.</translation>
    </message>
    <message>
        <source>{0} is damaged: its pages follow one another in a circle.</source>
        <translation>{0} est endommagé : ses pages se suivent en cercle.</translation>
    </message>
    <message>
        <source>{0} is damaged: its picture cannot be decoded.</source>
        <translation>{0} est endommagé : son image ne peut pas être décodée.</translation>
    </message>
    <message>
        <source>{0} is damaged: its samples lie within its own header.</source>
        <translation>{0} est endommagé : ses échantillons se trouvent dans son propre en-tête.</translation>
    </message>
    <message>
        <source>{0} is damaged: its {1} pixels cannot be decoded to the end.</source>
        <translation>{0} est endommagé : ses pixels {1} ne peuvent pas être décodés jusqu’au bout.</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes).</source>
        <translation>{0} est vide (0 octet).</translation>
    </message>
    <message>
        <source>{0} is larger than {1} GB, too large for a {2} picture.</source>
        <translation>{0} dépasse {1} Go, trop gros pour une image {2}.</translation>
    </message>
    <message>
        <source>{0} is nested so deeply that it must be damaged or hostile.</source>
        <translation>{0} est imbriqué si profondément qu’il doit être endommagé ou malveillant.</translation>
    </message>
    <message>
        <source>{0} is no lesson.</source>
        <translation>{0} n’est pas une leçon.</translation>
    </message>
    <message>
        <source>{0} is no model of this program ({1}).</source>
        <translation>{0} n’est pas un modèle de ce programme ({1}).</translation>
    </message>
    <message>
        <source>{0} is none of {1}.</source>
        <translation>{0} n’est aucun de {1}.</translation>
    </message>
    <message>
        <source>{0} is of no kind that this program knows.</source>
        <translation>{0} n’est d’aucun type connu de ce programme.</translation>
    </message>
    <message>
        <source>{0} is the clip itself.</source>
        <translation>{0} est la séquence elle-même.</translation>
    </message>
    <message>
        <source>{0} is the scan itself.</source>
        <translation>{0} est l’échographie elle-même.</translation>
    </message>
    <message>
        <source>{0} is too large for a kernel.</source>
        <translation>{0} est trop gros pour un noyau.</translation>
    </message>
    <message>
        <source>{0} is too large for a {1}.</source>
        <translation>{0} est trop gros pour {1}.</translation>
    </message>
    <message>
        <source>{0} is {1} × {2} pixels, less than {3} a side.</source>
        <translation>{0} fait {1} × {2} pixels, moins de {3} de côté.</translation>
    </message>
    <message>
        <source>{0} is {1} × {2} pixels; at least {3} a side are needed to learn.</source>
        <translation>{0} fait {1} × {2} pixels ; il en faut au moins {3} de côté pour apprendre.</translation>
    </message>
    <message>
        <source>{0} is {1}, which is not opened.</source>
        <translation>{0} est {1}, ce qui n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{0} is {1}; it must be on or off.</source>
        <translation>{0} est {1} ; ce doit être on ou off.</translation>
    </message>
    <message>
        <source>{0} is {1}; it must be one of {2}.</source>
        <translation>{0} est {1} ; ce doit être l’un de {2}.</translation>
    </message>
    <message>
        <source>{0} is {1}; it must be {2}.</source>
        <translation>{0} est {1} ; ce doit être {2}.</translation>
    </message>
    <message>
        <source>{0} is {1}; it must lie between {2} and {3}{4}.</source>
        <translation>{0} est {1} ; la valeur doit être entre {2} et {3}{4}.</translation>
    </message>
    <message>
        <source>{0} keeps its samples in other places, which are not opened.</source>
        <translation>{0} garde ses échantillons ailleurs, ce qui n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{0} keeps other things than columns and rows of grey or RGB on its first axes.</source>
        <translation>{0} garde autre chose que les colonnes et lignes de gris ou de RGB sur ses premiers axes.</translation>
    </message>
    <message>
        <source>{0} left out</source>
        <translation>{0} laissés de côté</translation>
    </message>
    <message>
        <source>{0} levels do not fit {1} × {2} pixels.</source>
        <translation>{0} niveaux ne tiennent pas dans {1} × {2} pixels.</translation>
    </message>
    <message>
        <source>{0} may not be read by this user.</source>
        <translation>{0} ne peut pas être lu par cet utilisateur.</translation>
    </message>
    <message>
        <source>{0} may not be written in {1}.</source>
        <translation>{0} ne peut pas être écrit dans {1}.</translation>
    </message>
    <message>
        <source>{0} mm per pixel</source>
        <translation>{0} mm par pixel</translation>
    </message>
    <message>
        <source>{0} names no transfer syntax that there can be.</source>
        <translation>{0} nomme une syntaxe de transfert qui ne peut exister.</translation>
    </message>
    <message>
        <source>{0} of the picture</source>
        <translation>{0} de l’image</translation>
    </message>
    <message>
        <source>{0} pixels cannot be resized to {1} by a factor of {2}.</source>
        <translation>{0} pixels ne peuvent pas être redimensionnés à {1} par un facteur {2}.</translation>
    </message>
    <message>
        <source>{0} ran out of memory.</source>
        <translation>{0} a manqué de mémoire.</translation>
    </message>
    <message>
        <source>{0} runs were made by a newer program and are not listed.</source>
        <translation>{0} calculs ont été faits par un programme plus récent et ne sont pas dans la liste.</translation>
    </message>
    <message>
        <source>{0} says that it has {1} samples, which is no picture.</source>
        <translation>{0} dit avoir {1} échantillons, ce qui n’est pas une image.</translation>
    </message>
    <message>
        <source>{0} says that it is {1} large, so it holds no picture.</source>
        <translation>{0} dit avoir une taille de {1}, donc il ne contient pas d’image.</translation>
    </message>
    <message>
        <source>{0} sends more than the {1} bytes of {2}.</source>
        <translation>{0} envoie plus que les {1} octets de {2}.</translation>
    </message>
    <message>
        <source>{0} skips bytes within a compressed stream, which is not read.</source>
        <translation>{0} saute des octets dans un flux compressé, ce qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} skips lines before its samples, which is not read.</source>
        <translation>{0} saute des lignes avant ses échantillons, ce qui n’est pas lu.</translation>
    </message>
    <message>
        <source>{0} slices, {1} times</source>
        <translation>{0} coupes, {1} temps</translation>
    </message>
    <message>
        <source>{0} starts like a {1} file, but its header is damaged or cut off.</source>
        <translation>{0} commence comme un fichier {1}, mais son en-tête est endommagé ou coupé.</translation>
    </message>
    <message>
        <source>{0} stopped at step {1} {2}; best weights: step {3}.</source>
        <translation>{0} arrêté au pas {1} {2} ; meilleurs poids : pas {3}.</translation>
    </message>
    <message>
        <source>{0} stopped at step {1} {2}; its last weights count.</source>
        <translation>{0} arrêté au pas {1} {2} ; ses derniers poids comptent.</translation>
    </message>
    <message>
        <source>{0} was changed while the benchmark ran.</source>
        <translation>{0} a été modifié pendant le banc d’essai.</translation>
    </message>
    <message>
        <source>{0} was made by a newer program.</source>
        <translation>{0} a été fait par un programme plus récent.</translation>
    </message>
    <message>
        <source>{0} was made by a newer version of this program.</source>
        <translation>{0} a été fait par une version plus récente de ce programme.</translation>
    </message>
    <message>
        <source>{0} was not written, for the file disagrees with its source ({1}).</source>
        <translation>{0} n’a pas été écrit, car le fichier ne concorde pas avec sa source ({1}).</translation>
    </message>
    <message>
        <source>{0} workers cannot do anything.</source>
        <translation>{0} exécutants ne peuvent rien faire.</translation>
    </message>
    <message>
        <source>{0} would unpack to {1} GB; at most {2} are read.</source>
        <translation>{0} se décompresserait en {1} Go ; {2} au plus sont lus.</translation>
    </message>
    <message>
        <source>{0} × {1} mm per pixel (axial × lateral)</source>
        <translation>{0} × {1} mm par pixel (axial × latéral)</translation>
    </message>
    <message>
        <source>{0} ×{1} would have more than {2} megapixels.</source>
        <translation>{0} ×{1} aurait plus de {2} mégapixels.</translation>
    </message>
    <message>
        <source>{0} … {1} shown as 0 … 1</source>
        <translation>{0} … {1} montrés comme 0 … 1</translation>
    </message>
    <message>
        <source>{0} … {1} stretched to 0 … 1</source>
        <translation>{0} … {1} étirés à 0 … 1</translation>
    </message>
    <message>
        <source>{0}, bounds {1}</source>
        <translation>{0}, bornes {1}</translation>
    </message>
    <message>
        <source>{0}, diagonal</source>
        <translation>{0}, diagonale</translation>
    </message>
    <message>
        <source>{0}, first pixel {1}</source>
        <translation>{0}, premier pixel {1}</translation>
    </message>
    <message>
        <source>{0}, of another size or depth, left out</source>
        <translation>{0}, d’une autre taille ou profondeur, laissées de côté</translation>
    </message>
    <message>
        <source>{0}, {1} bit</source>
        <translation>{0}, {1} bits</translation>
    </message>
    <message>
        <source>|grey levels|</source>
        <translation>|niveaux de gris|</translation>
    </message>
</context>
<context>
    <name>lessons</name>
    <message>
        <source>A network fills in what it was taught. The more a scan leaves open, the more it fills in, and nothing in the picture tells drawn from measured. Keep the scan at hand, compare, and never take a finding from an enlarged picture alone.</source>
        <translation>Un réseau comble avec ce qu’on lui a appris. Plus une échographie laisse d’ouvert, plus il comble, et rien dans l’image ne distingue le dessiné du mesuré. Gardez l’échographie à portée de main, comparez, et ne tirez jamais une conclusion de la seule image agrandie.</translation>
    </message>
    <message>
        <source>A network learns from one scan, first without noise and then with it: the loss falls both times, and only once the picture gets better.</source>
        <translation>Un réseau apprend d’une échographie, d’abord sans bruit puis avec : la perte baisse les deux fois, et une seule fois l’image s’améliore.</translation>
    </message>
    <message>
        <source>A network taught with other pictures enlarges a scan whose truth is known. On average it is far better than interpolation. At some places it draws what is not there.</source>
        <translation>Un réseau instruit par d’autres images agrandit une échographie dont la vérité est connue. En moyenne il est bien meilleur que l’interpolation. À certains endroits il dessine ce qui n’est pas là.</translation>
    </message>
    <message>
        <source>A network that was taught elsewhere</source>
        <translation>Un réseau instruit ailleurs</translation>
    </message>
    <message>
        <source>A network trained on sharp pictures</source>
        <translation>Un réseau entraîné sur des images nettes</translation>
    </message>
    <message>
        <source>A picture whose detail is known</source>
        <translation>Une image dont le détail est connu</translation>
    </message>
    <message>
        <source>A scan and its truth</source>
        <translation>Une échographie et sa vérité</translation>
    </message>
    <message>
        <source>A scan whose truth is known</source>
        <translation>Une échographie dont la vérité est connue</translation>
    </message>
    <message>
        <source>A simulated neck with an artery: on the right as it is, on the left as a scan with half as many pixels a side. Here the truth is known, so that every enlargement can be held against it.</source>
        <translation>Un cou simulé avec une artère : à droite tel qu’il est, à gauche en échographie avec moitié moins de pixels de côté. Ici la vérité est connue, si bien que tout agrandissement peut lui être comparé.</translation>
    </message>
    <message>
        <source>A useful check: make the network's picture coarse again, and compare it with the scan. Bright in this map is what the scan says otherwise. It is speckle, everywhere, 13 grey levels as a rule.

At the break that was mended it is 16, and 25 % of all places have more. The check finds what contradicts the scan. It cannot find an invention that fits it.</source>
        <translation>Un contrôle utile : rendez l’image du réseau à nouveau grossière, et comparez-la à l’échographie. Clair dans cette carte est ce que l’échographie dit autrement. C’est du speckle, partout, 13 niveaux de gris en règle générale.

À la rupture réparée c’est 16, et 25 % de tous les endroits ont plus. Le contrôle trouve ce qui contredit l’échographie. Il ne peut trouver une invention qui lui convient.</translation>
    </message>
    <message>
        <source>A, on the left</source>
        <translation>A, à gauche</translation>
    </message>
    <message>
        <source>Aliasing and interpolation</source>
        <translation>Repliement et interpolation</translation>
    </message>
    <message>
        <source>An enlarged picture shows a wall, sharp and without a break. In the scan itself the wall is blurred.</source>
        <translation>Une image agrandie montre une paroi, nette et sans rupture. Dans l’échographie elle-même, la paroi est floue.</translation>
    </message>
    <message>
        <source>Anywhere in this region: the layers lie closer than 0.4 mm here, so that pixels of 0.2 mm cannot hold them. What is seen is the difference between layers and pixels. Above it, distances are right.</source>
        <translation>N’importe où dans cette région : les couches y sont plus serrées que 0.4 mm, si bien que des pixels de 0.2 mm ne peuvent les contenir. Ce que l’on voit est la différence entre couches et pixels. Au-dessus, les distances sont justes.</translation>
    </message>
    <message>
        <source>B is the truth. A has walls that go on where they are broken, and small bright streaks in the tissue. Without B beside it, would you have doubted A?</source>
        <translation>B est la vérité. A a des parois qui continuent là où elles sont rompues, et de petites traînées claires dans le tissu. Sans B à côté, auriez-vous douté de A ?</translation>
    </message>
    <message>
        <source>B, on the right</source>
        <translation>B, à droite</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicubique</translation>
    </message>
    <message>
        <source>Bicubic interpolation afterwards</source>
        <translation>Une interpolation bicubique ensuite</translation>
    </message>
    <message>
        <source>Bicubic of every 4th pixel</source>
        <translation>Bicubique d’un pixel sur 4</translation>
    </message>
    <message>
        <source>Bicubic ×2</source>
        <translation>Bicubique ×2</translation>
    </message>
    <message>
        <source>Bicubic ×3</source>
        <translation>Bicubique ×3</translation>
    </message>
    <message>
        <source>Bicubic: it computed new pixels</source>
        <translation>Le bicubique : il a calculé de nouveaux pixels</translation>
    </message>
    <message>
        <source>Blood in this artery sends back no echo: in the truth its inside is black, but for one bright dot, which is a wire. Speckle of tissue looks much like sharpened noise. Fluid does not.</source>
        <translation>Le sang de cette artère ne renvoie aucun écho : dans la vérité, son intérieur est noir, sauf un point clair, qui est un fil. Le speckle du tissu ressemble beaucoup à un bruit affiné. Le liquide, non.</translation>
    </message>
    <message>
        <source>Blurring before pixels are taken</source>
        <translation>Flouter avant de prendre les pixels</translation>
    </message>
    <message>
        <source>Blurring the small picture afterwards</source>
        <translation>Flouter ensuite la petite image</translation>
    </message>
    <message>
        <source>Both enlarged pictures have the same number of pixels as the fine one.</source>
        <translation>Les deux images agrandies ont autant de pixels que l’image fine.</translation>
    </message>
    <message>
        <source>Click on a piece of wall that the network drew where there is none.</source>
        <translation>Cliquez sur un bout de paroi que le réseau a dessiné là où il n’y en a pas.</translation>
    </message>
    <message>
        <source>Click on a short bright edge in the tissue, away from the four walls, that the network made up.</source>
        <translation>Cliquez sur un bord clair et court du tissu, loin des quatre parois, que le réseau a inventé.</translation>
    </message>
    <message>
        <source>Click on stripes that are false.</source>
        <translation>Cliquez sur des raies qui sont fausses.</translation>
    </message>
    <message>
        <source>Click where grain can only be noise.</source>
        <translation>Cliquez là où le grain ne peut être que du bruit.</translation>
    </message>
    <message>
        <source>Closeness to the truth: PSNR, dB</source>
        <translation>Proximité de la vérité : PSNR, dB</translation>
    </message>
    <message>
        <source>Coarse, averaged</source>
        <translation>Grossière, moyennée</translation>
    </message>
    <message>
        <source>Coarse, every 4th pixel</source>
        <translation>Grossière, un pixel sur 4</translation>
    </message>
    <message>
        <source>Denoise ×2</source>
        <translation>Débruitage ×2</translation>
    </message>
    <message>
        <source>Does the scan object?</source>
        <translation>L’échographie proteste-t-elle ?</translation>
    </message>
    <message>
        <source>Drag the slider, or click on a curve. Interpolation alone has a PSNR of 32.7 dB against the truth: higher is closer. Within 41 steps the network reaches 34.4 dB. Then it gains nothing more on this scan, and ends at 34.0 dB.

The edges of the artery become crisper, as they are in the truth.</source>
        <translation>Faites glisser le curseur, ou cliquez sur une courbe. L’interpolation seule a un PSNR de 32.7 dB par rapport à la vérité : plus haut est plus proche. En 41 pas, le réseau atteint 34.4 dB. Ensuite il ne gagne plus rien sur cette échographie, et finit à 34.0 dB.

Les bords de l’artère deviennent plus nets, comme ils le sont dans la vérité.</translation>
    </message>
    <message>
        <source>Enlarged three times by bicubic interpolation. The larger break is a dim place in its wall. The smaller one is not to be seen: the beam is wider than the break, and echoes of both ends meet in it.

Interpolation shows what the scan holds, and no more.</source>
        <translation>Agrandi trois fois par interpolation bicubique. La plus grande rupture est un endroit terne dans sa paroi. La plus petite ne se voit pas : le faisceau est plus large que la rupture, et les échos de ses deux bouts s’y rejoignent.

L’interpolation montre ce que contient l’échographie, pas plus.</translation>
    </message>
    <message>
        <source>Fewer pixels</source>
        <translation>Moins de pixels</translation>
    </message>
    <message>
        <source>Find the false stripes</source>
        <translation>Trouvez les fausses raies</translation>
    </message>
    <message>
        <source>Find the invented edge</source>
        <translation>Trouvez le bord inventé</translation>
    </message>
    <message>
        <source>Fine detail that was never sampled is gone. If it was not averaged away, it comes back as something else. Interpolation shows what is in the pixels, no more. Whatever shows more than that has guessed.

For your own scans: keep files at the size at which the scanner made them.</source>
        <translation>Un détail fin qui n’a jamais été échantillonné est perdu. S’il n’a pas été moyenné, il revient sous une autre forme. L’interpolation montre ce qui est dans les pixels, pas plus. Ce qui en montre davantage a deviné.

Pour vos propres échographies : gardez les fichiers à la taille où l’échographe les a faits.</translation>
    </message>
    <message>
        <source>Fine picture</source>
        <translation>Image fine</translation>
    </message>
    <message>
        <source>Four walls in tissue, simulated. On the right is what is there: two of the walls are broken, one of them by 0.3 mm, the other by 0.5 mm. On the left is what a scanner shows, with speckle, and as wide as its beam.</source>
        <translation>Quatre parois dans du tissu, simulées. À droite ce qui est là : deux des parois sont rompues, l’une sur 0.3 mm, l’autre sur 0.5 mm. À gauche ce que montre un échographe, avec du speckle, et aussi large que son faisceau.</translation>
    </message>
    <message>
        <source>Here the careless picture is enlarged. The false stripes have become smooth, even and convincing. Nothing in this picture says that they are false.

Move the curtain: on its left is the truth.</source>
        <translation>Ici, l’image faite sans soin est agrandie. Les fausses raies sont devenues lisses, régulières et convaincantes. Rien dans cette image ne dit qu’elles sont fausses.

Déplacez le rideau : à sa gauche est la vérité.</translation>
    </message>
    <message>
        <source>How much detail?</source>
        <translation>Combien de détail ?</translation>
    </message>
    <message>
        <source>How one scan can teach</source>
        <translation>Comment une échographie peut enseigner</translation>
    </message>
    <message>
        <source>Interpolation believes what it is given</source>
        <translation>L’interpolation croit ce qu’on lui donne</translation>
    </message>
    <message>
        <source>Interpolation decides how the surface runs between the pixels that were measured. It adds no measurement. Smaller pixels are not finer resolution.</source>
        <translation>L’interpolation décide comment la surface passe entre les pixels mesurés. Elle n’ajoute aucune mesure. Des pixels plus petits ne sont pas une résolution plus fine.</translation>
    </message>
    <message>
        <source>Is the wall unbroken?</source>
        <translation>La paroi est-elle intacte ?</translation>
    </message>
    <message>
        <source>It was trained for too few steps</source>
        <translation>Il a été entraîné trop peu de pas</translation>
    </message>
    <message>
        <source>Leave the averaging out</source>
        <translation>Sans la moyenne</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Regardez de plus près</translation>
    </message>
    <message>
        <source>Loss, on pieces kept aside</source>
        <translation>Perte, sur des morceaux mis de côté</translation>
    </message>
    <message>
        <source>Neither: both were made of the same pixels</source>
        <translation>Aucune : les deux sont faites des mêmes pixels</translation>
    </message>
    <message>
        <source>Network ×3</source>
        <translation>Réseau ×3</translation>
    </message>
    <message>
        <source>Noisy scan</source>
        <translation>Échographie bruitée</translation>
    </message>
    <message>
        <source>Now only every 4th pixel is kept, as it is. This happens when a frame is made smaller carelessly, and when beams lie too far apart.

The top is as before. Further down there are stripes again, wide ones, and near the bottom they lean the other way. There are no such layers. Fine layers that fall between the pixels come back as coarse ones: this is aliasing.</source>
        <translation>Maintenant, seul un pixel sur 4 est gardé, tel quel. Cela arrive quand une image est réduite sans soin, et quand les faisceaux sont trop écartés.

Le haut est comme avant. Plus bas, il y a de nouveau des raies, larges, et près du fond elles penchent de l’autre côté. De telles couches n’existent pas. Les couches fines qui tombent entre les pixels reviennent comme des couches grossières : c’est le repliement.</translation>
    </message>
    <message>
        <source>Now with noise</source>
        <translation>Maintenant avec du bruit</translation>
    </message>
    <message>
        <source>On a patient's scan nobody knows the truth, and the second curve does not exist.</source>
        <translation>Sur l’échographie d’un patient, nul ne connaît la vérité, et la seconde courbe n’existe pas.</translation>
    </message>
    <message>
        <source>On the left the truth, on the right the careless picture. Look at distances and at the direction in which the stripes lean.</source>
        <translation>À gauche la vérité, à droite l’image faite sans soin. Regardez les distances et le sens dans lequel penchent les raies.</translation>
    </message>
    <message>
        <source>On the right is the same picture with pixels of 0.2 mm. Each of them is the mean over its neighbourhood, as a good program makes it.

The wide layers are still there. A pattern needs more than two pixels for each of its periods: here 0.4 mm. Deeper than 5.7 mm the layers lie closer than that, and fade into an even grey. That is loss, and it is honest: next to nothing false is seen.</source>
        <translation>À droite, la même image en pixels de 0.2 mm. Chacun est la moyenne de son voisinage, comme le fait un bon programme.

Les couches larges sont encore là. Un motif demande plus de deux pixels par période : ici 0.4 mm. Au-delà de 5.7 mm de profondeur, les couches sont plus serrées que cela, et s’effacent en un gris uniforme. C’est une perte, et elle est honnête : on ne voit presque rien de faux.</translation>
    </message>
    <message>
        <source>One more question.</source>
        <translation>Encore une question.</translation>
    </message>
    <message>
        <source>One of these two is the truth, the other one the network's. Zoom with the wheel and look closely. The names come when you have answered.</source>
        <translation>L’une de ces deux images est la vérité, l’autre celle du réseau. Zoomez avec la molette et regardez de près. Les noms viennent quand vous avez répondu.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Échographie</translation>
    </message>
    <message>
        <source>Sharp is not the same as resolved. PSNR is a mean over all pixels, and a break is a few of them. Look at the scan, take another view, or scan with a higher frequency.</source>
        <translation>Net n’est pas résolu. Le PSNR est une moyenne sur tous les pixels, et une rupture n’en est que quelques-uns. Regardez l’échographie, prenez une autre vue, ou une fréquence plus élevée.</translation>
    </message>
    <message>
        <source>SimReg ×2</source>
        <translation>SimReg ×2</translation>
    </message>
    <message>
        <source>Smaller pixels by interpolation</source>
        <translation>Des pixels plus petits par interpolation</translation>
    </message>
    <message>
        <source>Speckle is random. Now and then some grains lie in a row. A network that looks for walls takes such a row for a short one.</source>
        <translation>Le speckle est aléatoire. De temps en temps, des grains s’alignent. Un réseau qui cherche des parois prend une telle ligne pour une paroi courte.</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Carrés</translation>
    </message>
    <message>
        <source>Take the noise out first. Denoise estimates it, removes it and then only interpolates: 27.1 dB. SimReg finds out how noisy the scan is and counts on it: 27.7 dB. Interpolation has 25.7 dB, ZSSR 22.0 dB.

Both smooth what they cannot tell from noise. That is a price, too: fine speckle goes.</source>
        <translation>Retirez d’abord le bruit. Débruitage l’estime, le retire, puis ne fait qu’interpoler : 27.1 dB. SimReg trouve à quel point l’échographie est bruitée et en tient compte : 27.7 dB. L’interpolation a 25.7 dB, ZSSR 22.0 dB.

Les deux lissent ce qu’ils ne peuvent distinguer du bruit. C’est aussi un prix : le speckle fin s’en va.</translation>
    </message>
    <message>
        <source>The averaged picture again, enlarged four times: first every pixel as a square, then by bicubic interpolation, which draws a smooth surface through the pixels.

Bicubic is pleasant to look at. Look for a layer that it shows and the squares do not: there is none. The fine picture beside them has layers down to the bottom.</source>
        <translation>L’image moyennée à nouveau, agrandie quatre fois : d’abord chaque pixel comme un carré, puis par interpolation bicubique, qui trace une surface lisse à travers les pixels.

Le bicubique est agréable à regarder. Cherchez une couche qu’il montre et que les carrés ne montrent pas : il n’y en a pas. L’image fine à côté a des couches jusqu’au fond.</translation>
    </message>
    <message>
        <source>The break of 0.3 mm is closed without a trace. Of the one of 0.5 mm a faint notch is left. Such a break may be the very thing that somebody looks for: a tear, a leak, an invasion.</source>
        <translation>La rupture de 0.3 mm est refermée sans trace. De celle de 0.5 mm il reste une légère encoche. Une telle rupture peut être justement ce que l’on cherche : une déchirure, une fuite, une invasion.</translation>
    </message>
    <message>
        <source>The difference from the truth. At the top it is small. Deeper it is as strong as the layers themselves, in both colours: where there is a layer none is drawn, and where there is none one is.

A network that learns from such a picture learns the false stripes as well, and sharpens them.</source>
        <translation>La différence avec la vérité. En haut elle est petite. Plus bas elle est aussi forte que les couches elles-mêmes, dans les deux couleurs : là où il y a une couche aucune n’est dessinée, et là où il n’y en a pas il y en a une.

Un réseau qui apprend d’une telle image apprend aussi les fausses raies, et les affine.</translation>
    </message>
    <message>
        <source>The inside of the artery, but for the wire. Whatever is seen in fluid was not there: look at cysts, vessels and the bladder first when you judge an enlarged picture.</source>
        <translation>L’intérieur de l’artère, sauf le fil. Ce que l’on voit d’autre dans du liquide n’y était pas : regardez d’abord les kystes, les vaisseaux et la vessie quand vous jugez une image agrandie.</translation>
    </message>
    <message>
        <source>The loss compares with the scan. It cannot know what in the scan is noise. Compare with interpolation, look at fluid, and take noise out before you sharpen.</source>
        <translation>La perte compare à l’échographie. Elle ne peut savoir ce qui, dans l’échographie, est du bruit. Comparez à l’interpolation, regardez le liquide, et retirez le bruit avant d’affiner.</translation>
    </message>
    <message>
        <source>The loss fell, on pieces of the scan that were kept aside, too. Nothing went wrong with the training.</source>
        <translation>La perte a baissé, aussi sur des morceaux de l’échographie mis de côté. Rien n’a mal tourné dans l’apprentissage.</translation>
    </message>
    <message>
        <source>The network has learned this scan, its noise included</source>
        <translation>Le réseau a appris cette échographie, bruit compris</translation>
    </message>
    <message>
        <source>The network is too small for this scan</source>
        <translation>Le réseau est trop petit pour cette échographie</translation>
    </message>
    <message>
        <source>The network's picture beside the truth. It has learned that walls do not end.</source>
        <translation>L’image du réseau à côté de la vérité. Il a appris que les parois ne s’arrêtent pas.</translation>
    </message>
    <message>
        <source>The picture can be used for measuring</source>
        <translation>L’image peut servir à mesurer</translation>
    </message>
    <message>
        <source>The picture cannot say: what is finer than the scan resolves was filled in</source>
        <translation>L’image ne peut le dire : ce qui est plus fin que l’échographie ne résout a été comblé</translation>
    </message>
    <message>
        <source>The picture is closer to the truth</source>
        <translation>L’image est plus proche de la vérité</translation>
    </message>
    <message>
        <source>The same network, the same 3000 steps. The loss falls as before, from 0.071 to 0.060. But look at the other curve: the picture begins at 25.7 dB, which is interpolation, and ends at 22.0 dB. The longer it learns, the farther it is from the truth.</source>
        <translation>Le même réseau, les mêmes 3000 pas. La perte baisse comme avant, de 0.071 à 0.060. Mais regardez l’autre courbe : l’image commence à 25.7 dB, ce qui est l’interpolation, et finit à 22.0 dB. Plus il apprend, plus il s’éloigne de la vérité.</translation>
    </message>
    <message>
        <source>The same place under a curtain: on its left interpolation, on its right the network. The scan itself holds no break that could be seen here. So the network had a choice, and took what it knew: a wall.</source>
        <translation>Le même endroit sous un rideau : à sa gauche l’interpolation, à sa droite le réseau. L’échographie elle-même ne contient aucune rupture visible ici. Le réseau avait donc le choix, et a pris ce qu’il connaissait : une paroi.</translation>
    </message>
    <message>
        <source>The same scan with noise added, about 15 grey levels: a weak signal, much gain. The noise is another one in every pixel. It has nothing to do with the tissue.</source>
        <translation>La même échographie avec du bruit ajouté, environ 15 niveaux de gris : un signal faible, beaucoup de gain. Le bruit est différent dans chaque pixel. Il n’a rien à voir avec le tissu.</translation>
    </message>
    <message>
        <source>The scan has too few pixels to learn from</source>
        <translation>L’échographie a trop peu de pixels pour en apprendre</translation>
    </message>
    <message>
        <source>The scan is the teacher. Where it is noisy, a crisp grain earns a lower loss than a smooth one. The network does what it was asked to do, and then sharpens the noise of the scan itself. More steps and larger networks do that better still.</source>
        <translation>L’échographie est le maître. Là où elle est bruitée, un grain net obtient une perte plus basse qu’un grain lisse. Le réseau fait ce qu’on lui a demandé, puis affine le bruit de l’échographie elle-même. Plus de pas et de plus grands réseaux le font encore mieux.</translation>
    </message>
    <message>
        <source>The scan, made coarser</source>
        <translation>L’échographie, rendue plus grossière</translation>
    </message>
    <message>
        <source>The squares: nothing was smoothed</source>
        <translation>Les carrés : rien n’a été lissé</translation>
    </message>
    <message>
        <source>The wall that was mended</source>
        <translation>La paroi réparée</translation>
    </message>
    <message>
        <source>These are the clearest ones: the truth has even tissue there. In the scan there are a few bright grains, no brighter than others. There are weaker streaks elsewhere, too.</source>
        <translation>Voici les plus nets : la vérité y a un tissu uniforme. Dans l’échographie il y a quelques grains clairs, pas plus que d’autres. Il y a ailleurs aussi des traînées plus faibles.</translation>
    </message>
    <message>
        <source>These are thin layers, simulated, seen in pixels of 0.05 mm. At the top they lie 1.2 mm apart; deeper they lie closer and closer, down to 0.22 mm.

They all fall gently to one side in the same direction. Keep that in mind.</source>
        <translation>Ce sont de fines couches, simulées, vues en pixels de 0.05 mm. En haut elles sont distantes de 1.2 mm ; plus bas elles se resserrent de plus en plus, jusqu’à 0.22 mm.

Elles penchent toutes doucement d’un côté, dans le même sens. Gardez cela en tête.</translation>
    </message>
    <message>
        <source>This network saw 40 other simulated pictures, and learned to turn a coarse scan with speckle into a fine picture without. In none of them did a wall ever end.

Its picture is calm and sharp. Its PSNR against the truth is 29.8 dB, that of interpolation 21.8 dB. By that number it is far better.</source>
        <translation>Ce réseau a vu 40 autres images simulées, et a appris à changer une échographie grossière à speckle en une image fine sans speckle. Dans aucune d’elles une paroi ne s’arrêtait.

Son image est calme et nette. Son PSNR par rapport à la vérité est de 29.8 dB, celui de l’interpolation de 21.8 dB. À ce chiffre, il est bien meilleur.</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Vérité</translation>
    </message>
    <message>
        <source>What a network may invent</source>
        <translation>Ce qu’un réseau peut inventer</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Ce qui aide</translation>
    </message>
    <message>
        <source>What interpolation shows</source>
        <translation>Ce que montre l’interpolation</translation>
    </message>
    <message>
        <source>What is finer than two pixels must go before the pixels are taken. Afterwards false stripes are made of the same pixels as true ones, and nobody can tell them apart: a blur takes both.</source>
        <translation>Ce qui est plus fin que deux pixels doit partir avant que les pixels ne soient pris. Ensuite, les fausses raies sont faites des mêmes pixels que les vraies, et nul ne peut les distinguer : un flou enlève les deux.</translation>
    </message>
    <message>
        <source>What is lost when a picture has too few pixels, what false patterns come instead, and why smaller pixels do not bring anything back.</source>
        <translation>Ce qui se perd quand une image a trop peu de pixels, quels faux motifs viennent à la place, et pourquoi des pixels plus petits ne ramènent rien.</translation>
    </message>
    <message>
        <source>What it learns to restore, the noisy scan, holds noise: it learns to make grain crisp</source>
        <translation>Ce qu’il apprend à restituer, l’échographie bruitée, contient du bruit : il apprend à rendre le grain net</translation>
    </message>
    <message>
        <source>What keeps false stripes away?</source>
        <translation>Qu’est-ce qui empêche les fausses raies ?</translation>
    </message>
    <message>
        <source>What noise does to learning</source>
        <translation>Ce que le bruit fait à l’apprentissage</translation>
    </message>
    <message>
        <source>What the scan says otherwise</source>
        <translation>Ce que l’échographie dit autrement</translation>
    </message>
    <message>
        <source>What to keep in mind</source>
        <translation>À retenir</translation>
    </message>
    <message>
        <source>What would have kept the false stripes out of the small picture?</source>
        <translation>Qu’est-ce qui aurait gardé les fausses raies hors de la petite image ?</translation>
    </message>
    <message>
        <source>What would you trust?</source>
        <translation>À quoi vous fieriez-vous ?</translation>
    </message>
    <message>
        <source>Where noise gives itself away</source>
        <translation>Où le bruit se trahit</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Où elles diffèrent</translation>
    </message>
    <message>
        <source>Which is real?</source>
        <translation>Laquelle est la vraie ?</translation>
    </message>
    <message>
        <source>Which of these two pictures holds more true detail?</source>
        <translation>Laquelle de ces deux images contient le plus de vrai détail ?</translation>
    </message>
    <message>
        <source>Which one is the truth?</source>
        <translation>Laquelle est la vérité ?</translation>
    </message>
    <message>
        <source>Why does the picture get worse while the loss gets better?</source>
        <translation>Pourquoi l’image empire-t-elle alors que la perte s’améliore ?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi ?</translation>
    </message>
    <message>
        <source>With noise: scrub through training</source>
        <translation>Avec du bruit : parcourez l’apprentissage</translation>
    </message>
    <message>
        <source>Without a truth</source>
        <translation>Sans vérité</translation>
    </message>
    <message>
        <source>Without noise: scrub through training</source>
        <translation>Sans bruit : parcourez l’apprentissage</translation>
    </message>
    <message>
        <source>Yes: the enlarged picture is sharp enough to show a break</source>
        <translation>Oui : l’image agrandie est assez nette pour montrer une rupture</translation>
    </message>
    <message>
        <source>Yes: the network has a higher PSNR than interpolation</source>
        <translation>Oui : le réseau a un PSNR plus élevé que l’interpolation</translation>
    </message>
    <message>
        <source>You enlarge a noisy scan with a network that learns from it. The loss has fallen a lot. What does that tell you?</source>
        <translation>Vous agrandissez une échographie bruitée avec un réseau qui apprend d’elle. La perte a beaucoup baissé. Qu’est-ce que cela vous dit ?</translation>
    </message>
    <message>
        <source>ZSSR ×2</source>
        <translation>ZSSR ×2</translation>
    </message>
    <message>
        <source>ZSSR, a small network, has nothing but this scan. It makes the scan coarser still, and learns the way back from the coarse one (right) to the scan itself (left). Then it takes the same way once more, from the scan to something finer.

The loss says how far the way back misses the scan. It never sees the truth.</source>
        <translation>ZSSR, un petit réseau, n’a que cette échographie. Il la rend plus grossière encore, et apprend le chemin du retour, de la grossière (à droite) à l’échographie elle-même (à gauche). Puis il reprend le même chemin, de l’échographie vers quelque chose de plus fin.

La perte dit de combien le retour manque l’échographie. Elle ne voit jamais la vérité.</translation>
    </message>
</context>
</TS>
