#include "described.h"

namespace yokoten::manual {
namespace {

constexpr const char* zsh_frame = R"(#compdef yokoten
# Completion of yokoten @VERSION@ for zsh, written by packaging/manual from the program's own options.

_yokoten() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \
@OPTIONS@    '1:verb:->verb' \
    '*::argument:->argument'
  case $state in
    verb)
      local -a verbs=(
@VERBS@      )
      _describe verb verbs
      ;;
    argument)
      case $words[1] in
@CASES@      esac
      ;;
  esac
}

_yokoten "$@"
)";

std::string zsh_quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

// Between brackets, and between colons.
std::string bracketed(const std::string& text) {
  return replaced(replaced(replaced(text, "[", "\\["), "]", "\\]"), ":", "\\:");
}

std::string action(const Value& value) {
  if (!value.choices.empty()) return '(' + joined(value.choices, " ") + ')';
  if (value.name == "DIR") return "_files -/";
  return value.name == "PATH" || value.name == "FILE" ? "_files" : " ";
}

std::string arguments(const std::vector<Option>& options, const std::string& margin) {
  std::string lines;
  for (const Option& option : options)
    for (const std::string& name : option.names) {
      const std::string taken =
          option.value.name.empty() ? "" : ':' + option.value.name + ':' + action(option.value);
      const bool follows = !taken.empty() && name.starts_with("--");
      const std::string help = bracketed(option.help);
      lines += margin;
      lines += zsh_quoted(joined({name, follows ? "=[" : "[", help, "]", taken}, "")) + " \\\n";
    }
  return lines;
}

std::string branch(const Verb& verb, const Verb& whole) {
  std::string lines = "        " + verb.name + ")\n          _arguments \\\n";
  lines += arguments(verb.options, "            ");
  for (const Option& each : whole.options)
    if (each.names.back() != "--help" && each.names.back() != "--version")
      lines += arguments({each}, "            ");
  for (std::size_t at = 0; at < verb.places.size(); ++at) {
    const Place& place = verb.places[at];
    const std::string where = place.value.several ? "*" : std::to_string(at + 1);
    lines += "            " + zsh_quoted(where + ':' + place.name + ':' + action(place.value)) +
             (at + 1 < verb.places.size() ? " \\\n" : "\n");
  }
  return lines + "          ;;\n";
}

}  // namespace

std::string zsh_completion(const Command& command) {
  std::string verbs, cases;
  for (const Verb& each : command.verbs) {
    verbs += "        " + zsh_quoted(each.name + ':' + replaced(each.help, ":", "\\:")) + '\n';
    cases += branch(each, command.whole);
  }
  std::string script = replaced(zsh_frame, "@VERSION@", command.version);
  script = replaced(script, "@OPTIONS@", arguments(command.whole.options, "    "));
  script = replaced(script, "@VERBS@", verbs);
  return replaced(script, "@CASES@", cases);
}

}  // namespace yokoten::manual
