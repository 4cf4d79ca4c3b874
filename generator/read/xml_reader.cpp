#include "read/xml_reader.h"

#include <algorithm>

namespace yokoten {
namespace {

constexpr std::string_view declares = "xmlns";
constexpr std::size_t most_declarations = 256;

}  // namespace

XmlPrefixes::XmlPrefixes() : declarations_{{"xml", XmlSpace::xml, 0}} {}

bool XmlPrefixes::declare(const char** attributes, std::size_t depth) {
  for (; *attributes != nullptr; attributes += 2) {
    if (attributes[0][0] != 'x') continue;
    const std::string_view name = attributes[0];
    if (!name.starts_with(declares)) continue;
    if (name.size() > declares.size() && name[declares.size()] != ':') continue;
    const std::size_t skip = std::min(name.size(), declares.size() + 1);
    declarations_.push_back({std::string(name.substr(skip)), xml_space(attributes[1]), depth});
    if (skip == declares.size()) without_prefix_ = declarations_.back().space;
    if (declarations_.size() > most_declarations) return false;
  }
  return true;
}

void XmlPrefixes::leave(std::size_t depth) {
  if (declarations_.back().depth < depth) return;
  while (declarations_.size() > 1 && declarations_.back().depth >= depth) declarations_.pop_back();
  without_prefix_ = space_of("");
}

XmlSpace XmlPrefixes::space_of(std::string_view prefix) const {
  for (auto at = declarations_.rbegin(); at != declarations_.rend(); ++at)
    if (at->prefix == prefix) return at->space;
  return prefix.empty() ? XmlSpace::none : XmlSpace::other;
}

// Most names have one letter; a loop is faster for them than two searches.
XmlName XmlPrefixes::name_of(const char* qualified) const {
  std::size_t size = 0, colon = 0;
  for (; qualified[size] != '\0'; ++size)
    if (qualified[size] == ':' && colon == 0) colon = size;
  if (colon == 0) return {without_prefix_, {qualified, size}};
  return {space_of({qualified, colon}), {qualified + colon + 1, size - colon - 1}};
}

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** at = list_; *at != nullptr; at += 2)
    if (name == at[0]) return at[1];
  return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::find(XmlSpace space, std::string_view local) const {
  for (const char** at = list_; *at != nullptr; at += 2) {
    const std::string_view name = at[0];
    if (name.size() > local.size() && name.ends_with(local) &&
        prefixes_.name_of(at[0]).is(space, local))
      return at[1];
  }
  return std::nullopt;
}

XmlReader::XmlReader(XmlHandler& handler, std::size_t most_depth, std::size_t most_tag)
    : handler_(handler),
      most_depth_(most_depth),
      most_tag_(most_tag),
      parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) return;
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser_.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
}

char* XmlReader::room(std::size_t size) {
  if (!parser_) return nullptr;
  return static_cast<char*>(XML_GetBuffer(parser_.get(), static_cast<int>(size)));
}

bool XmlReader::take(std::size_t size, bool last) {
  const auto status = XML_ParseBuffer(parser_.get(), static_cast<int>(size), last ? 1 : 0);
  if (handler_.stopped() || fault_ != Fault::none) return false;
  if (status == XML_STATUS_ERROR) {
    fault_ = Fault::malformed;
    return false;
  }
  taken_ += size;
  // An unfinished tag is read anew with every piece, in a time that grows with its square.
  const auto read = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get()));
  if (taken_ - std::min(read, taken_) > most_tag_ + size) fault_ = Fault::tag;
  return fault_ == Fault::none && !last;
}

int XmlReader::line() const {
  return parser_ ? static_cast<int>(XML_GetCurrentLineNumber(parser_.get())) : 0;
}

int XmlReader::column() const {
  return parser_ ? static_cast<int>(XML_GetCurrentColumnNumber(parser_.get())) + 1 : 0;
}

std::string XmlReader::reason() const {
  return parser_ ? XML_ErrorString(XML_GetErrorCode(parser_.get())) : "out of memory";
}

void XmlReader::stop_with(Fault fault) {
  if (fault_ == Fault::none) fault_ = fault;
  XML_StopParser(parser_.get(), XML_FALSE);
}

void XmlReader::on_start(void* self, const char* name, const char** attributes) {
  auto& reader = *static_cast<XmlReader*>(self);
  if (reader.fault_ != Fault::none || reader.handler_.stopped()) return;
  if (++reader.depth_ > reader.most_depth_) return reader.stop_with(Fault::depth);
  if (!reader.prefixes_.declare(attributes, reader.depth_))
    return reader.stop_with(Fault::namespaces);
  reader.handler_.start(reader.prefixes_.name_of(name), {attributes, reader.prefixes_});
  if (reader.handler_.stopped()) XML_StopParser(reader.parser_.get(), XML_FALSE);
}

void XmlReader::on_end(void* self, const char*) {
  auto& reader = *static_cast<XmlReader*>(self);
  if (reader.fault_ != Fault::none || reader.handler_.stopped()) return;
  reader.handler_.end();
  reader.prefixes_.leave(reader.depth_--);
  if (reader.handler_.stopped()) XML_StopParser(reader.parser_.get(), XML_FALSE);
}

void XmlReader::on_text(void* self, const char* text, int size) {
  auto& reader = *static_cast<XmlReader*>(self);
  if (reader.fault_ != Fault::none || reader.handler_.stopped()) return;
  reader.handler_.text({text, static_cast<std::size_t>(size)});
  if (reader.handler_.stopped()) XML_StopParser(reader.parser_.get(), XML_FALSE);
}

void XmlReader::on_doctype(void* self, const char*, const char*, const char*, int) {
  static_cast<XmlReader*>(self)->stop_with(Fault::doctype);
}

}  // namespace yokoten
