#include "described.h"

namespace yokoten::manual {
namespace {

constexpr const char* bash_frame =
    R"(# Completion of yokoten @VERSION@ for bash, written by packaging/manual from the program's own options.

_yokoten_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2"); }

_yokoten_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

_yokoten() {
  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" verb='' place=0 at
  COMPREPLY=()
  # --format=json comes as three words
  if [[ "$current" == = ]]; then
    current=''
  elif [[ "$before" == = ]]; then
    before="${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ -z "$verb" ]]; then
      case "${COMP_WORDS[at]}" in
        @NAMES@) verb="${COMP_WORDS[at]}" ;;
      esac
      continue
    fi
    case "$verb ${COMP_WORDS[at]}" in
      @VALUED@) [[ "${COMP_WORDS[at + 1]}" == = ]] && at=$((at + 2)) || at=$((at + 1)) ;;
      *' '-*) ;;
      *) place=$((place + 1)) ;;
    esac
  done
  case "$verb $before" in
@VALUES@  esac
  case "$verb $current" in
@OPTIONS@  esac
  case "$verb $place" in
    ' '*) _yokoten_words '@VERBS@' "$current" ;;
@PLACES@  esac
}
complete -F _yokoten yokoten
)";

/// The command that offers what a value can be; nothing where any word will do.
std::string offer(const Value& value) {
  if (!value.choices.empty())
    return "_yokoten_words '" + joined(value.choices, " ") + "' \"$current\"";
  if (value.name == "DIR") return "_yokoten_paths -d \"$current\"";
  if (value.name == "PATH" || value.name == "FILE") return "_yokoten_paths -f \"$current\"";
  return ":";
}

struct Parts {
  std::vector<std::string> valued;  // patterns of options that a value follows
  std::string values, options, places;
};

void add_options(const Verb& verb, const std::vector<Option>& options, Parts& parts,
                 std::vector<std::string>& words) {
  for (const Option& option : options) {
    words.insert(words.end(), option.names.begin(), option.names.end());
    if (option.value.name.empty()) continue;
    for (const std::string& name : option.names) {
      const std::string pattern = "'" + verb.name + ' ' + name + "'";
      parts.valued.push_back(pattern);
      parts.values += "    " + pattern + ") " + offer(option.value) + "; return ;;\n";
    }
  }
}

void add(const Verb& verb, const Verb& whole, Parts& parts) {
  std::vector<std::string> words;
  add_options(verb, verb.options, parts, words);
  if (!verb.name.empty())
    for (const Option& each : whole.options)
      if (each.names.back() != "--help" && each.names.back() != "--version")
        add_options(verb, {each}, parts, words);
  parts.options += "    '" + verb.name + " '-*) _yokoten_words '" + joined(words, " ") +
                   "' \"$current\"; return ;;\n";
  for (std::size_t at = 0; at < verb.places.size(); ++at) {
    const bool more = verb.places[at].value.several;
    parts.places += "    '" + verb.name + ' ' + (more ? "'*" : std::to_string(at) + "'") + ") " +
                    offer(verb.places[at].value) + " ;;\n";
  }
}

}  // namespace

std::string bash_completion(const Command& command) {
  Parts parts;
  std::vector<std::string> names;
  add(command.whole, command.whole, parts);
  for (const Verb& each : command.verbs) {
    names.push_back(each.name);
    add(each, command.whole, parts);
  }
  std::string script = replaced(bash_frame, "@VERSION@", command.version);
  script = replaced(script, "@NAMES@", joined(names, " | "));
  script = replaced(script, "@VERBS@", joined(names, " "));
  script = replaced(script, "@VALUED@", joined(parts.valued, " | "));
  script = replaced(script, "@VALUES@", parts.values);
  script = replaced(script, "@OPTIONS@", parts.options);
  return replaced(script, "@PLACES@", parts.places);
}

}  // namespace yokoten::manual
