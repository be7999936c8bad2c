#!/bin/sh
# try_package.sh PACKAGE.deb [ROOT]: what a package does to a bare Debian 12, from dpkg -i to its removal.
# Needs root, a mirror, and on this system: debootstrap xvfb openbox xdotool imagemagick.  ROOT (/tmp/ussr-root) is made
# unless it is there.  Leaves ROOT/tried: lists of files before and after, pictures of the screen, times.
set -eu
package=$(readlink -f "$1")
root=${2:-/tmp/ussr-root}
screen=${SCREEN:-:87}
tried=$root/tried
say() { echo "== $*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
person() { inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/anna "$@"; }
now() { date +%s.%N; }
since() { echo "$1 $(now)" | awk '{printf "%.1f s", $2 - $1}'; }
listed() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./sys -o -path ./tried -o -path ./tmp \) -prune \
        -o -printf '%y %m %p %l\n' | sort)
}
ended() {
    for process in ${window_process:-} ${manager:-} ${server:-}; do kill "$process" 2>/dev/null || true; done
    for place in dev/shm proc; do umount "$root/$place" 2>/dev/null || true; done
}
trap ended EXIT

# shellcheck disable=SC2086
[ -d "$root/usr" ] || debootstrap --variant=minbase bookworm "$root" ${MIRROR:-}
mkdir -p "$tried" "$root/dev/shm"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/dev/shm"

say "libraries that the package asks for, and a desktop's own registers"
depends=$(dpkg-deb --field "$package" Depends | sed 's/ *([^)]*)//g; s/ *|[^,]*//g; s/,/ /g')
# Fetched by this system's apt for the state of the other one, which needs no network of its own.
# shellcheck disable=SC2086
apt-get -qy --no-install-recommends --download-only -o Dir::State::status="$root/var/lib/dpkg/status" \
    -o Dir::Cache::archives="$root/var/cache/apt/archives" \
    install $depends desktop-file-utils shared-mime-info hicolor-icon-theme >"$tried/apt.log" 2>&1
if ls "$root"/var/cache/apt/archives/*.deb >/dev/null 2>&1; then
    inside sh -c 'dpkg -i /var/cache/apt/archives/*.deb' >>"$tried/apt.log" 2>&1
    rm "$root"/var/cache/apt/archives/*.deb
fi
inside dpkg --purge ussr >/dev/null 2>&1 || true
inside userdel --remove anna >/dev/null 2>&1 || true
inside useradd --create-home --uid 1000 anna
listed >"$tried/before.txt"

say "install"
cp "$package" "$root/tmp/ussr.deb"
begun=$(now)
inside dpkg -i /tmp/ussr.deb
say "installed in $(since "$begun")"
du -sm "$root/opt/ussr" | cut -f1 | sed 's/$/ MB in \/opt\/ussr/'
grep -c . "$root/usr/share/applications/mimeinfo.cache" | sed 's/$/ lines in the register of applications/'
grep -h "ussr.desktop" "$root/usr/share/applications/mimeinfo.cache"
grep -h "nifti\|nrrd\|metaimage\|dicom" "$root/usr/share/mime/globs2"

say "self-test, without any screen"
begun=$(now)
person ussr --self-test
say "self-test took $(since "$begun")"
person ussr-engine doctor
person ussr-engine phantom -o /home/anna/scan.png

say "the window on a virtual screen"
Xvfb "$screen" -screen 0 1440x900x24 >"$tried/screen.log" 2>&1 &
server=$!
export DISPLAY="$screen"
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.1; done
openbox >/dev/null 2>&1 &
manager=$!
begun=$(now)
person env DISPLAY="$screen" ussr >"$tried/window.log" 2>&1 &
window_process=$!
window=$(xdotool search --sync --onlyvisible --name '^USSR$' | head -n 1)
say "window on the screen after $(since "$begun")"
shot() { import -window root "$tried/$1.png"; }
# How many colours of a picture lie in the middle of the screen tells whether a scan stands there.
colours() { import -window root -crop 500x300+350+250 png:- | identify -format '%k' png:-; }
wait_for_title() { xdotool search --sync --onlyvisible --name "$1" | head -n 1; }
sleep 3
shot 1-empty
xdotool windowactivate "$window"
sleep 1
xdotool key ctrl+o
wait_for_title 'Open scan' >/dev/null
sleep 1
xdotool type --delay 60 /home/anna/scan.png
begun=$(now)
xdotool key Return
tries=0
until [ "$(colours)" -gt 150 ] || [ $tries -gt 240 ]; do sleep 0.25; tries=$((tries + 1)); done
say "scan in its pane $(since "$begun") after Return"
shot 2-scan
# The engine loads torch beside the window; until it has, Start is grey and the key does nothing.
until ls "$root"/home/anna/.local/share/ussr/runs/*/order.json >/dev/null 2>&1; do
    begun=$(now)
    xdotool key F5
    sleep 5
done
sleep 25
shot 3-running
xdotool key shift+F5 # a method that trains is told to finish; another has by now
tries=0
until ls "$root"/home/anna/.local/share/ussr/runs/*/ending.ussr >/dev/null 2>&1 || [ $tries -gt 600 ]; do
    sleep 1
    tries=$((tries + 1))
done
say "run finished $(since "$begun") after F5"
sleep 3
shot 4-finished
xdotool key ctrl+s
dialog=$(wait_for_title 'Save picture')
sleep 1
shot 5-saving
eval "$(xdotool getwindowgeometry --shell "$dialog")"
xdotool mousemove --window "$dialog" $((WIDTH - 58)) $((HEIGHT - 32)) click 1
tries=0
until [ -s "$(ls "$root"/home/anna/scan-*-x2.png 2>/dev/null | head -n 1)" ] || [ $tries -gt 60 ]; do sleep 0.5; tries=$((tries + 1)); done
sleep 1
shot 6-saved
identify "$root"/home/anna/scan*.png
xdotool key Escape
sleep 1
begun=$(now)
xdotool key alt+F4
wait "$window_process" && say "closed with status 0, $(since "$begun") after Alt+F4"
window_process=

say "remove"
inside dpkg --purge ussr
listed >"$tried/after.txt"
say "what is left, beside the person's own folder and the records of dpkg and apt:"
diff "$tried/before.txt" "$tried/after.txt" | grep -v ' \./home/anna\| \./var/lib/dpkg/\| \./var/log/\| \./var/cache/' |
    grep '^[<>]' || echo "nothing"
say "and in the person's own folder:"
(cd "$root/home/anna" && find . -maxdepth 4 -type f -newer "$tried/before.txt" | head -n 20)
