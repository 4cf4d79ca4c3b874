#include "read/still_picture.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 8> running = {"script", "foreignobject", "iframe", "object",
                                                     "embed",  "handler",       "audio",  "video"};

constexpr char kBehindSpace = '|';  // what expat puts between a namespace and a name

std::string_view local_name(std::string_view qualified) {
  return qualified.substr(qualified.rfind(kBehindSpace) + 1);  // npos + 1 is 0
}

// Pages within the picture can lead away (meta, a); what drawing programs add for themselves can't.
bool is_of_pages(std::string_view qualified) {
  return qualified.starts_with("http://www.w3.org/1999/xhtml|") ||
         qualified.starts_with("http://www.w3.org/1998/Math/MathML|");
}

// Of addresses a picture may have its own parts, and pictures that it carries itself.
bool is_inside(std::string_view address) {
  const std::string plain = lower_ascii(trimmed_text(address));
  return plain.empty() || plain.starts_with('#') || plain.starts_with("data:image/png") ||
         plain.starts_with("data:image/jpeg");
}

// url(#gradient) is the picture's own; any other is not, nor are @import and the functions that
// take an address as a text.
bool loads(std::string_view style) {
  const std::string plain = lower_ascii(style);
  if (plain.find("@import") != plain.npos || plain.find('\\') != plain.npos) return true;
  for (const char* each : {"image-set(", "image(", "src("})
    if (plain.find(each) != plain.npos) return true;
  for (std::size_t at = plain.find("url("); at != plain.npos; at = plain.find("url(", at + 1)) {
    const std::size_t first = plain.find_first_not_of(" \t\n'\"", at + 4);
    if (first == plain.npos || plain[first] != '#') return true;
  }
  return false;
}

/// Keeps the first part that moves.
struct Looking {
  std::string found, style;
  bool in_style = false;

  void keep(std::string_view part) {
    if (found.empty()) found = part;
  }
};

void take_attribute(Looking& looking, const std::string& name, std::string_view value) {
  const bool is_address = name == "href" || name == "src" || name == "base";
  if (name.starts_with("on") || (is_address && !is_inside(value)) || loads(value))
    looking.keep(name);
}

void begin_element(void* data, const char* name, const char** attributes) {
  auto& looking = *static_cast<Looking*>(data);
  const std::string local = lower_ascii(local_name(name));
  // animate, animateMotion … and set may put another address in.
  const bool moves = std::find(running.begin(), running.end(), local) != running.end() ||
                     local.starts_with("animate") || local == "set";
  if (moves || is_of_pages(name)) looking.keep(local);
  looking.in_style = local == "style";
  for (; *attributes != nullptr; attributes += 2)
    take_attribute(looking, lower_ascii(local_name(attributes[0])), attributes[1]);
}

void end_element(void* data, const char*) { static_cast<Looking*>(data)->in_style = false; }

void take_text(void* data, const char* text, int size) {
  auto& looking = *static_cast<Looking*>(data);
  if (looking.in_style) looking.style.append(text, static_cast<std::size_t>(size));
}

void declare_entity(void* data, const char*, int, const char*, int, const char*, const char*,
                    const char*, const char*) {
  static_cast<Looking*>(data)->keep("DOCTYPE");
}

void take_instruction(void* data, const char* target, const char*) {
  static_cast<Looking*>(data)->keep(target);  // <?xml-stylesheet …?>
}

}  // namespace

std::string moving_part(std::string_view svg) {
  Looking looking;
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(
      XML_ParserCreateNS(nullptr, kBehindSpace), XML_ParserFree);
  XML_SetUserData(parser.get(), &looking);
  XML_SetElementHandler(parser.get(), begin_element, end_element);
  XML_SetCharacterDataHandler(parser.get(), take_text);
  XML_SetEntityDeclHandler(parser.get(), declare_entity);
  XML_SetProcessingInstructionHandler(parser.get(), take_instruction);
  const auto state = XML_Parse(parser.get(), svg.data(), static_cast<int>(svg.size()), XML_TRUE);
  if (!looking.found.empty()) return looking.found;
  if (loads(looking.style)) return "style";
  return state == XML_STATUS_OK ? std::string() : std::string(no_xml);
}

}  // namespace yokoten
