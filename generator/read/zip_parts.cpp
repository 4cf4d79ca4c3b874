#include "read/zip_parts.h"

#include <fmt/format.h>

#include "read/workbook_names.h"

namespace yokoten {
namespace {

constexpr std::size_t part_piece = 64U << 10U;

std::string in_one_case(std::string_view name) {
  std::string text(name);
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == '\\') letter = '/';
  }
  return text;
}

void refuse_archive(WorkbookDraft& draft, std::string_view reason) {
  draft.refuse("workbook.zip", {fmt::format("ファイルが壊れているか、途中で切れています（{}"
                                            "）。元の表計算ソフトで開いて保存し直してください",
                                            reason),
                                fmt::format("the file is damaged or cut short ({}); open it in the "
                                            "spreadsheet program and save it anew",
                                            reason)});
}

}  // namespace

std::optional<ZipParts> ZipParts::open(std::string_view bytes, WorkbookDraft& draft) {
  zip_error_t error;
  zip_error_init(&error);
  ZipParts parts(draft);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    parts.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!parts.archive_) zip_source_free(source);
  }
  if (!parts.archive_) refuse_archive(draft, zip_error_strerror(&error));
  zip_error_fini(&error);
  if (!parts.archive_ || !parts.list(bytes.size())) return std::nullopt;
  return parts;
}

bool ZipParts::list(std::size_t bytes) {
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive_.get(), 0));
  if (count > draft_->limits.entries)
    return draft_->refuse_limit(
        {fmt::format("ファイルの中の部品が{}個を超えています", draft_->limits.entries),
         fmt::format("more than {} parts inside the file", draft_->limits.entries)});
  for (zip_uint64_t index = 0; index < count; ++index)
    if (!add(index)) return false;
  std::size_t packed = 0;
  for (const auto& [name, entry] : entries_) packed += entry.packed;
  // Parts that share their bytes are how an archive of kilobytes becomes one of terabytes.
  if (packed > bytes) refuse_archive(*draft_, "overlapping parts");
  return packed <= bytes;
}

bool ZipParts::add(zip_uint64_t index) {
  zip_stat_t stat;
  constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
  if (zip_stat_index(archive_.get(), index, ZIP_FL_ENC_RAW, &stat) != 0 ||
      (stat.valid & wanted) != wanted || stat.comp_size > draft_->limits.bytes) {
    refuse_archive(*draft_, zip_strerror(archive_.get()));
    return false;
  }
  if (stat.encryption_method != ZIP_EM_NONE) return draft_->refuse_password();
  const Entry entry{index, static_cast<std::size_t>(stat.comp_size)};
  if (entries_.emplace(in_one_case(stat.name), entry).second) return true;
  refuse_archive(*draft_, fmt::format("part {} has the name of another", index + 1));
  return false;
}

const ZipParts::Entry* ZipParts::find(std::string_view name) const {
  const auto found = entries_.find(in_one_case(name));
  return found == entries_.end() ? nullptr : &found->second;
}

bool ZipParts::has(std::string_view name) const { return find(name) != nullptr; }

ZipParts::File ZipParts::unpack(std::string_view name) {
  const Entry* entry = find(name);
  if (entry == nullptr) {
    draft_->refuse("workbook.part", {fmt::format("部品 {} がありません", excerpt(name)),
                                     fmt::format("the part {} is missing", excerpt(name))});
    return nullptr;
  }
  File file(zip_fopen_index(archive_.get(), entry->index, 0));
  if (!file) refuse_archive(*draft_, fmt::format("{}: {}", name, zip_strerror(archive_.get())));
  return file;
}

std::optional<std::size_t> ZipParts::read_piece(zip_file_t* file, char* into, std::size_t size,
                                                std::string_view name) {
  const zip_int64_t read = zip_fread(file, into, size);
  if (read >= 0) return static_cast<std::size_t>(read);
  refuse_archive(*draft_, fmt::format("{}: {}", name, zip_file_strerror(file)));
  return std::nullopt;
}

bool ZipParts::is_too_much(const Entry& entry, std::size_t unpacked, std::string_view name) {
  const WorkbookLimits& limits = draft_->limits;
  if (draft_->decoded > limits.decoded) {
    draft_->refuse_limit({fmt::format("展開すると{}バイトを超えます", limits.decoded),
                          fmt::format("more than {} bytes once unpacked", limits.decoded)});
    return true;
  }
  if (unpacked <= limits.unquestioned || unpacked / limits.expansion <= entry.packed) return false;
  draft_->refuse_limit(
      {fmt::format("部品 {} が展開すると{}倍を超えます。正しいファイルなら表計算ソフトで開き、"
                   "使わない書式や空の行を消して保存し直してください",
                   name, limits.expansion),
       fmt::format("the part {} unpacks to more than {} times its size; if the file is sound, open "
                   "it, delete unused formats and empty rows, and save it anew",
                   name, limits.expansion)});
  return true;
}

void ZipParts::report_fault(std::string_view name, const XmlReader& reader) {
  const std::string at = fmt::format("{}:{}:{}", name, reader.line(), reader.column());
  switch (reader.fault()) {
    case XmlReader::Fault::none:
      return;
    case XmlReader::Fault::malformed:
      draft_->refuse("workbook.xml",
                     {fmt::format("{}: XMLとして正しくありません（{}）", at, reader.reason()),
                      fmt::format("{}: not well-formed XML ({})", at, reader.reason())});
      return;
    case XmlReader::Fault::doctype:
      draft_->refuse("workbook.xml", {at + ": DOCTYPEのあるXMLは読みません",
                                      at + ": XML with a DOCTYPE is refused"});
      return;
    case XmlReader::Fault::depth:
      draft_->refuse_limit(
          {fmt::format("{}: 要素の入れ子が{}段を超えています", at, draft_->limits.depth),
           fmt::format("{}: elements nested deeper than {}", at, draft_->limits.depth)});
      return;
    case XmlReader::Fault::tag:
      draft_->refuse_limit(
          {fmt::format("{}: タグが{}バイトを超えています", at, draft_->limits.tag),
           fmt::format("{}: a tag of more than {} bytes", at, draft_->limits.tag)});
      return;
    case XmlReader::Fault::namespaces:
      draft_->refuse_limit({at + ": 名前空間の宣言が多すぎます", at + ": too many namespaces"});
  }
}

bool ZipParts::pump(zip_file_t* file, std::string_view name, XmlReader& reader,
                    XmlHandler& handler) {
  const Entry& entry = *find(name);
  std::size_t unpacked = 0;
  while (char* room = reader.room(part_piece)) {
    const auto read = read_piece(file, room, part_piece, name);
    if (!read) return false;
    unpacked += *read;
    draft_->decoded += *read;
    if (is_too_much(entry, unpacked, name)) return false;
    if (reader.take(*read, *read == 0)) continue;
    report_fault(name, reader);
    return reader.fault() == XmlReader::Fault::none && !handler.stopped();
  }
  draft_->refuse("workbook.xml", {"メモリーが足りません", "out of memory"});
  return false;
}

bool ZipParts::read_xml(std::string_view name, XmlHandler& handler) {
  const File file = unpack(name);
  if (!file) return false;
  XmlReader reader(handler, draft_->limits.depth, draft_->limits.tag);
  return pump(file.get(), name, reader, handler);
}

std::optional<std::string> ZipParts::read_short(std::string_view name, std::size_t most) {
  if (!has(name)) return std::nullopt;
  const File file = unpack(name);
  if (!file) return std::nullopt;
  std::string bytes(most + 1, '\0');
  const auto read = read_piece(file.get(), bytes.data(), bytes.size(), name);
  if (!read || *read > most) return std::nullopt;
  bytes.resize(*read);
  return bytes;
}

}  // namespace yokoten
