#include "read/xml_names.h"

#include <array>
#include <utility>

namespace yokoten {
namespace {

using enum XmlSpace;

constexpr std::array<std::pair<std::string_view, XmlSpace>, 17> addresses{{
    {"", none},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", sheet},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", sheet},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", document_links},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", document_links},
    {"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", sheet_drawing},
    {"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", sheet_drawing},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", compatibility},
    {"http://schemas.openxmlformats.org/package/2006/relationships", package_links},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", office},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", table},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", text},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", style},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", draw},
    {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", calc_extension},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", manifest},
    {"http://www.w3.org/XML/1998/namespace", xml},
}};

}  // namespace

XmlSpace xml_space(std::string_view address) {
  for (const auto& [known, space] : addresses)
    if (known == address) return space;
  return other;
}

}  // namespace yokoten
