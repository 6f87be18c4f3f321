#!/usr/bin/env bash
# Runs an OpenShift console in a container against the cluster `oc` is logged in to, with this
# plugin from http://localhost:9001 (`npm run start:plugin` in another terminal).
#
#   CONSOLE_IMAGE     default quay.io/openshift/origin-console:latest
#   CONSOLE_PORT      default 9000
#   SIDECAR_URL       a cnv-diagnostic on this machine, such as http://localhost:8080
#   LIGHTSPEED_URL    a Lightspeed on this machine, such as http://localhost:8443
#   MORE_PLUGINS      further plugins, such as kubevirt-plugin=http://localhost:9002
set -euo pipefail

CONSOLE_IMAGE=${CONSOLE_IMAGE:-quay.io/openshift/origin-console:latest}
CONSOLE_PORT=${CONSOLE_PORT:-9000}
PLUGIN_NAME=cnv-ai-plugin
PLUGIN_PORT=9001

fail() {
  echo "$1" >&2
  exit 1
}

command -v oc >/dev/null || fail 'oc was not found: install the OpenShift client and log in.'
oc whoami >/dev/null 2>&1 || fail 'Nobody is logged in: run "oc login" first.'
if command -v podman >/dev/null; then
  ENGINE=podman
elif command -v docker >/dev/null; then
  ENGINE=docker
else
  fail 'Neither podman nor docker was found: install one of them.'
fi

# A container on Linux shares the network of this machine; elsewhere the machine has a name in it.
if [ "$(uname -s)" = Linux ]; then
  HOST=localhost
  NETWORK=(--network=host)
elif [ "$ENGINE" = podman ]; then
  HOST=host.containers.internal
  NETWORK=(-p "${CONSOLE_PORT}:9000")
else
  HOST=host.docker.internal
  NETWORK=(-p "${CONSOLE_PORT}:9000")
fi

in_container() { echo "${1//localhost/$HOST}"; }

PROXIES=()
if [ -n "${SIDECAR_URL:-}" ]; then
  PROXIES+=("{\"consoleAPIPath\":\"/api/proxy/plugin/${PLUGIN_NAME}/diagnostic/\",\"endpoint\":\"$(in_container "$SIDECAR_URL")\",\"authorize\":true}")
fi
if [ -n "${LIGHTSPEED_URL:-}" ]; then
  PROXIES+=("{\"consoleAPIPath\":\"/api/proxy/plugin/lightspeed-console-plugin/ols/\",\"endpoint\":\"$(in_container "$LIGHTSPEED_URL")\",\"authorize\":true}")
fi

BRIDGE=(
  BRIDGE_USER_AUTH=disabled
  BRIDGE_K8S_MODE=off-cluster
  BRIDGE_K8S_AUTH=bearer-token
  "BRIDGE_K8S_AUTH_BEARER_TOKEN=$(oc whoami --show-token)"
  "BRIDGE_K8S_MODE_OFF_CLUSTER_ENDPOINT=$(oc whoami --show-server)"
  BRIDGE_K8S_MODE_OFF_CLUSTER_SKIP_VERIFY_TLS=true
  BRIDGE_USER_SETTINGS_LOCATION=localstorage
  "BRIDGE_LISTEN=http://0.0.0.0:$([ "$HOST" = localhost ] && echo "$CONSOLE_PORT" || echo 9000)"
  "BRIDGE_I18N_NAMESPACES=plugin__${PLUGIN_NAME}"
  "BRIDGE_PLUGINS=${PLUGIN_NAME}=http://${HOST}:${PLUGIN_PORT}${MORE_PLUGINS:+,$(in_container "$MORE_PLUGINS")}"
)
if [ ${#PROXIES[@]} -gt 0 ]; then
  SERVICES=$(IFS=,; echo "${PROXIES[*]}")
  BRIDGE+=("BRIDGE_PLUGIN_PROXY={\"services\":[${SERVICES}]}")
fi

echo "Console: http://localhost:${CONSOLE_PORT}"
# The token goes to the container by its environment, never by an argument others can list.
for VARIABLE in "${BRIDGE[@]}"; do
  export "${VARIABLE?}"
done
exec "$ENGINE" run --rm --pull=always "${NETWORK[@]}" \
  $(for VARIABLE in "${BRIDGE[@]}"; do echo "--env ${VARIABLE%%=*}"; done) "$CONSOLE_IMAGE"
