#pragma once

#include <zip.h>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/workbook.h"

namespace yokoten {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive of these parts.
inline std::string zip_of(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

inline void replace_all(std::string& text, std::string_view old, std::string_view now) {
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + now.size()))
    text.replace(at, old.size(), now);
}

inline const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline const std::string link_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline const std::string package_space =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts of an XLSX file, which a test may change one by one.
struct Xlsx {
  std::string sheet_data;               ///< rows of the first sheet
  std::string before_data, after_data;  ///< beside <sheetData>
  std::string strings;                  ///< `<si>`s; without any the part is missing
  std::string styles;                   ///< inside of <styleSheet>; without any the part is missing
  std::string workbook = R"(<sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>)";
  std::string more_links;
  Parts more_parts;
  bool strict = false;

  Parts parts() const {
    const auto link = [](std::string_view id, std::string_view kind, std::string_view target) {
      return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + link_space + "/" +
             std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>";
    };
    std::string links = link("rId1", "worksheet", "worksheets/first.xml") + more_links;
    Parts parts = more_parts;
    parts.emplace_back("_rels/.rels", links_of(link("r", "officeDocument", "/book/main.xml")));
    parts.emplace_back("book/main.xml", "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" +
                                            link_space + "\">" + workbook + "</workbook>");
    parts.emplace_back("book/worksheets/first.xml", sheet(before_data, sheet_data, after_data));
    if (!strings.empty()) {
      parts.emplace_back("book/texts.xml",
                         "<sst xmlns=\"" + main_space + "\">" + strings + "</sst>");
      links += link("rS", "sharedStrings", "texts.xml");
    }
    if (!styles.empty()) {
      parts.emplace_back("book/looks.xml",
                         "<styleSheet xmlns=\"" + main_space + "\">" + styles + "</styleSheet>");
      links += link("rL", "styles", "../book/looks.xml");
    }
    parts.emplace_back("book/_rels/main.xml.rels", links_of(links));
    if (strict)
      for (auto& [name, bytes] : parts) {
        replace_all(bytes, main_space, "http://purl.oclc.org/ooxml/spreadsheetml/main");
        replace_all(bytes, link_space, "http://purl.oclc.org/ooxml/officeDocument/relationships");
      }
    return parts;
  }

  static std::string links_of(const std::string& links) {
    return "<Relationships xmlns=\"" + package_space + "\">" + links + "</Relationships>";
  }
  static std::string sheet(const std::string& before, const std::string& data,
                           const std::string& after) {
    return "<worksheet xmlns=\"" + main_space + "\">" + before + "<sheetData>" + data +
           "</sheetData>" + after + "</worksheet>";
  }
};

/// `content.xml` with these tables; styles may hide them.
inline std::string ods_content(const std::string& tables, const std::string& styles = "") {
  const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
  return "<office:document-content xmlns:office=\"" + urn + "office:1.0\" xmlns:table=\"" + urn +
         "table:1.0\" xmlns:text=\"" + urn + "text:1.0\" xmlns:style=\"" + urn +
         "style:1.0\" xmlns:draw=\"" + urn +
         "drawing:1.0\" xmlns:calcext=\"urn:org:"
         "documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:automatic-"
         "styles>" +
         styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
         "</office:spreadsheet></office:body></office:document-content>";
}

/// The parts of an ODS file with one table of these rows.
inline Parts ods_parts(const std::string& rows) {
  return {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"content.xml", ods_content("<table:table table:name=\"表1\">" + rows + "</table:table>")}};
}

/// What came of reading a file.
struct Reading {
  Findings findings;
  std::optional<Workbook> workbook;

  const Sheet& sheet(std::size_t at = 0) const {
    INFO(said());
    REQUIRE(workbook);
    return workbook->sheets.at(at);
  }

  /// The cells of a sheet as `A1=text B1=…`, one row after the other.
  std::string cells(std::size_t at = 0) const;
  /// All findings, those of sheets too, in English, one a line.
  std::string said() const {
    std::string lines;
    for (const Finding& finding : findings) lines += to_line(finding, Language::en) + '\n';
    if (workbook)
      for (const Sheet& sheet : workbook->sheets)
        for (const Finding& finding : sheet.findings())
          lines += to_line(finding, Language::en) + '\n';
    return lines;
  }
};

inline std::string Reading::cells(std::size_t at) const {
  std::string text;
  std::vector<SheetCell> row_cells;
  for (int row = 1; row <= sheet(at).rows(); ++row) {
    sheet(at).cells_of(row, row_cells);
    for (const SheetCell& cell : row_cells) {
      if (!text.empty()) text += ' ';
      const std::size_t name = text.size();
      for (int left = cell.column; left > 0; left = (left - 1) / 26)
        text.insert(name, 1, static_cast<char>('A' + (left - 1) % 26));
      text += std::to_string(row) + '=' + std::string(cell.text);
    }
  }
  return text;
}

inline Reading read_xlsx_bytes(std::string_view bytes, const WorkbookLimits& limits = {}) {
  Reading reading;
  reading.workbook = read_xlsx(bytes, "raw/a.xlsx", reading.findings, limits);
  return reading;
}

inline Reading read_parts(const Parts& parts, const WorkbookLimits& limits = {}) {
  return read_xlsx_bytes(zip_of(parts), limits);
}

inline Reading read_of(const Xlsx& xlsx, const WorkbookLimits& limits = {}) {
  return read_parts(xlsx.parts(), limits);
}

inline Reading read_ods_bytes(std::string_view bytes, const WorkbookLimits& limits = {}) {
  Reading reading;
  reading.workbook = read_ods(bytes, "raw/a.ods", reading.findings, limits);
  return reading;
}

inline Reading read_ods_rows(const std::string& rows, const WorkbookLimits& limits = {}) {
  return read_ods_bytes(zip_of(ods_parts(rows)), limits);
}

}  // namespace yokoten
