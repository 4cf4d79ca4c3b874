#include "read/ods_content.h"
#include "read/workbook.h"
#include "read/zip_parts.h"

namespace yokoten {
namespace {

constexpr std::string_view ods_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view manifest_part = "META-INF/manifest.xml";
constexpr std::size_t longest_type = 256;  // bytes

class ManifestReader final : public XmlHandler {
 public:
  void start(const XmlName& name, const XmlAttributes&) override {
    if (name.is(XmlSpace::manifest, "encryption-data")) is_encrypted = true;
  }
  void end() override {}
  void text(std::string_view) override {}

  bool is_encrypted = false;
};

bool refuse_other(WorkbookDraft& draft) {
  return draft.refuse(
      "workbook.format",
      {"OpenDocumentの表計算ファイル（.ods）ではありません。表計算ソフトで開き、."
       "ods形式で保存し直してください",
       "no OpenDocument spreadsheet (.ods); open it in a spreadsheet program and save it as .ods"});
}

bool is_spreadsheet(ZipParts& parts) {
  const auto type = parts.read_short("mimetype", longest_type);
  return type ? type->starts_with(ods_type) : parts.has("content.xml");
}

bool is_readable(ZipParts& parts, WorkbookDraft& draft) {
  if (!parts.has(manifest_part)) return true;
  ManifestReader reader;
  if (!parts.read_xml(manifest_part, reader)) return false;
  return reader.is_encrypted ? draft.refuse_password() : true;
}

}  // namespace

std::optional<Workbook> read_ods(std::string_view bytes, const std::string& file,
                                 Findings& findings, const WorkbookLimits& limits) {
  WorkbookDraft draft(file, limits, findings);
  if (!draft.is_archive(bytes, ".ods")) return std::nullopt;
  auto parts = ZipParts::open(bytes, draft);
  if (!parts) return std::nullopt;
  if (!is_spreadsheet(*parts)) {
    if (!draft.refused) refuse_other(draft);
    return std::nullopt;
  }
  OdsContent content(draft);
  if (!is_readable(*parts, draft) || !parts->read_xml("content.xml", content)) return std::nullopt;
  if (!content.is_spreadsheet) {
    refuse_other(draft);
    return std::nullopt;
  }
  if (!content.sheets.empty()) return Workbook{file, std::move(content.sheets), draft.decoded};
  draft.refuse("workbook.part", {"シートがありません", "there is no sheet"});
  return std::nullopt;
}

}  // namespace yokoten
