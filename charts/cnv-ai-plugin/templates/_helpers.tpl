{{/* Arguments of the templates with a component: (list $ "plugin") */}}

{{- define "cnv-ai.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ $root.Chart.Name }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{- define "cnv-ai.labels" -}}
{{- $root := index . 0 -}}
{{ include "cnv-ai.selector" . }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "cnv-ai.image" -}}
{{- $root := index . 0 -}}
{{- $image := index $root.Values.images (index . 1) -}}
{{- $registry := required "images.registry is empty; set it to where you pushed the two images." $root.Values.images.registry -}}
{{- if $image.digest -}}
{{ printf "%s/%s@%s" $registry $image.repository $image.digest | quote }}
{{- else -}}
{{ printf "%s/%s:%s" $registry $image.repository ($image.tag | default $root.Chart.AppVersion) | quote }}
{{- end -}}
{{- end }}

{{/* What the pods of all components share. No user is named: OpenShift gives one of the namespace's range. */}}
{{- define "cnv-ai.pod" -}}
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.images.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "cnv-ai.container" -}}
imagePullPolicy: {{ .Values.images.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* Replicas on different nodes where that can be had. */}}
{{- define "cnv-ai.spread" -}}
{{- $values := index (index . 0).Values (index . 1) -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "cnv-ai.selector" . | nindent 8 }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "cnv-ai.settings" -}}
{{ dict "ai" .Values.ai "enabled" .Values.enabled "aliases" (ne .Values.privacy.aliases.secretName "") | toJson }}
{{- end }}

{{/* The names a Service is called by. */}}
{{- define "cnv-ai.sidecarHosts" -}}
{{- $ns := .Release.Namespace -}}
cnv-diagnostic,cnv-diagnostic.{{ $ns }},cnv-diagnostic.{{ $ns }}.svc,cnv-diagnostic.{{ $ns }}.svc.cluster.local
{{- end }}

{{/* What the hooks bring about; the argument says what is wanted: (list $ console lightspeed) */}}
{{- define "cnv-ai.registration" -}}
{{- $root := index . 0 -}}
{{- $headers := list (dict "name" "Authorization" "valueFrom" (dict "type" "kubernetes")) -}}
{{- $neighbour := $root.Values.neighbour -}}
{{- $wanted := dict
  "plugin" "cnv-ai-plugin"
  "console" (index . 1)
  "lightspeed" (index . 2)
  "server" (dict
    "name" "cnv-diagnostic"
    "url" (printf "https://cnv-diagnostic.%s.svc:8443/mcp" $root.Release.Namespace)
    "timeout" 60
    "headers" $headers) -}}
{{- if and $neighbour.enabled (index . 2) -}}
{{- $_ := set $wanted "neighbour" (dict
  "approvalType" $neighbour.approvalType
  "server" (dict "name" $neighbour.name "url" $neighbour.url "timeout" 60 "headers" $headers)) -}}
{{- end -}}
{{- $wanted | toJson }}
{{- end }}

{{/* Egress to the cluster's DNS: its Service listens at 53, its pods at 5353. */}}
{{- define "cnv-ai.dns" -}}
- to:
    - namespaceSelector:
        matchLabels: { kubernetes.io/metadata.name: openshift-dns }
  ports:
    - { protocol: UDP, port: 5353 }
    - { protocol: TCP, port: 5353 }
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end }}

{{/* The part of the cache's rules for kinds without a namespace (true) or in one: (list $ true) */}}
{{- define "cnv-ai.cacheRules" -}}
{{- $ofCluster := list "namespaces" "nodes" "virtualmachineclusterinstancetypes" "virtualmachineclusterpreferences" -}}
{{- $wanted := index . 1 -}}
{{- $rules := list -}}
{{- range (index . 0).Files.Get "files/cache-rules.yaml" | fromYamlArray -}}
{{- $resources := list -}}
{{- range .resources -}}
{{- if eq (has . $ofCluster) $wanted }}{{ $resources = append $resources . }}{{ end -}}
{{- end -}}
{{- if $resources }}{{ $rules = append $rules (dict "apiGroups" .apiGroups "resources" $resources "verbs" .verbs) }}{{ end -}}
{{- end -}}
{{- toYaml $rules }}
{{- end }}
