#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace yokoten {

/// The XML namespaces that spreadsheets use; those of strict and transitional files are one.
enum class XmlSpace : std::uint8_t {
  none,
  other,
  xml,
  sheet,           ///< SpreadsheetML
  sheet_drawing,   ///< what lies upon a sheet
  compatibility,   ///< what newer programs are to take in place of what older ones know
  document_links,  ///< `r:id`
  package_links,   ///< `_rels/….rels`
  office,
  table,
  text,
  style,
  draw,
  calc_extension,
  manifest
};

/// The namespace with this address; other for one that nobody here reads, none for "".
XmlSpace xml_space(std::string_view address);

/// An element's name without its prefix.
struct XmlName {
  XmlSpace space = XmlSpace::none;
  std::string_view local;

  bool is(XmlSpace wanted_space, std::string_view wanted) const {
    return space == wanted_space && local == wanted;
  }
};

}  // namespace yokoten
