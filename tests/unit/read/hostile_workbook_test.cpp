#include <doctest/doctest.h>

#include "refused_workbook.h"

using namespace yokoten;

namespace {

Reading with_sheet(const std::string& xml, const WorkbookLimits& limits = {}) {
  Parts parts = Xlsx{}.parts();
  for (auto& [name, bytes] : parts)
    if (name.ends_with("first.xml")) bytes = xml;
  return read_parts(parts, limits);
}

Reading without(std::string_view part) {
  Parts parts = Xlsx{.strings = "<si/>", .styles = "<cellXfs/>"}.parts();
  std::erase_if(parts, [&](const auto& one) { return one.first == part; });
  return read_parts(parts);
}

const std::string ole2 = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

}  // namespace

TEST_CASE("an old or protected Excel file is refused with what to do") {
  CHECK(is_refused(
      read_xlsx_bytes(ole2 + std::string(600, 'x')),
      "raw/a.xlsx: error workbook.format a file of the old form .xls; open it in a spreadsheet "
      "program and save it as .xlsx"));
  std::string stream;
  for (const char letter : std::string("EncryptedPackage")) (stream += letter) += '\0';
  CHECK(is_refused(read_xlsx_bytes(ole2 + stream),
                   "raw/a.xlsx: error workbook.encrypted the file is protected by a password"));
}

TEST_CASE("a protected ods file is refused") {
  Parts parts = ods_parts("");
  parts.emplace_back(
      "META-INF/manifest.xml",
      R"(<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>)"
      R"(<m:encryption-data/></m:file-entry></m:manifest>)");
  CHECK(is_refused(read_ods_bytes(zip_of(parts)), "raw/a.ods: error workbook.encrypted"));
}

TEST_CASE("what is no spreadsheet is named") {
  CHECK(is_refused(read_xlsx_bytes(""), "raw/a.xlsx: error workbook.format the file is empty"));
  CHECK(is_refused(read_xlsx_bytes("\xef\xbb\xbf <html>"),
                   "raw/a.xlsx: error workbook.format an HTML or XML file"));
  CHECK(is_refused(read_xlsx_bytes("a,b\n"),
                   "raw/a.xlsx: error workbook.format no spreadsheet file"));
  CHECK(is_refused(read_parts({{"word.xml", ""}}),
                   "raw/a.xlsx: error workbook.format no Excel workbook"));
  CHECK(
      is_refused(read_parts(ods_parts("")), "raw/a.xlsx: error workbook.format no Excel workbook"));
  CHECK(is_refused(read_ods_bytes(zip_of(Xlsx{}.parts())),
                   "raw/a.ods: error workbook.format no OpenDocument"));
  CHECK(is_refused(read_ods_bytes(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                          {"content.xml", ""}})),
                   "raw/a.ods: error workbook.format"));
}

TEST_CASE("a file that is cut short or damaged is refused, wherever that is") {
  Xlsx xlsx;
  xlsx.sheet_data = "<row><c><v>1</v></c></row>";
  const std::string whole = zip_of(xlsx.parts());
  for (std::size_t size = 2; size < whole.size(); ++size) {
    const Reading reading = read_xlsx_bytes(whole.substr(0, size));
    CHECK_FALSE(reading.workbook);
    CHECK(reading.findings.size() == 1);
  }
  std::string damaged = whole;
  const std::size_t at = damaged.find("book/worksheets/first.xml") + 40;
  damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
  CHECK(is_refused(read_xlsx_bytes(damaged), "raw/a.xlsx: error workbook.zip"));
}

TEST_CASE("a part that unpacks to a hundred times its size is refused") {
  CHECK(is_refused(with_sheet(std::string(50U << 20U, ' ')),
                   "raw/a.xlsx: error table.limit the part book/worksheets/first.xml unpacks to "
                   "more than 100 times"));
}

TEST_CASE("a short part may unpack to any multiple") {
  CHECK(with_rows("<row><c t=\"str\"><v>" + std::string(90'000, 'a') + "</v></c></row>").workbook);
}

TEST_CASE("more unpacked bytes than allowed are refused") {
  CHECK(is_refused(with_rows("<row/>", {.decoded = 600}),
                   "raw/a.xlsx: error table.limit more than 600 bytes once unpacked"));
}

TEST_CASE("more packed bytes than allowed are refused") {
  CHECK(is_refused(with_rows("", {.bytes = 100}),
                   "raw/a.xlsx: error table.limit the file has more than 100 bytes"));
}

TEST_CASE("two thousand parts are refused") {
  Xlsx xlsx;
  for (int at = 0; at < 2000; ++at) xlsx.more_parts.emplace_back("x" + std::to_string(at), "");
  CHECK(is_refused(read_of(xlsx), "raw/a.xlsx: error table.limit more than 1000 parts"));
}

TEST_CASE("two parts of one name are refused") {
  Xlsx xlsx;
  xlsx.more_parts.emplace_back("BOOK/MAIN.XML", "");
  CHECK(is_refused(read_of(xlsx), "raw/a.xlsx: error workbook.zip"));
}

TEST_CASE("parts that share their bytes are refused") {
  std::string noise;
  for (unsigned state = 1; noise.size() < 50'000; state = state * 1103515245 + 12345)
    noise += static_cast<char>(state >> 24U);
  std::string bytes = zip_of({{"big", noise}, {"s1", "x"}, {"s2", "x"}});
  const std::size_t first = bytes.find("PK\x01\x02");
  for (std::size_t entry = bytes.find("PK\x01\x02", first + 4); entry != std::string::npos;
       entry = bytes.find("PK\x01\x02", entry + 4)) {
    bytes.replace(entry + 10, 18, bytes, first + 10, 18);  // method, time, checksum, sizes
    bytes.replace(entry + 42, 4, bytes, first + 42, 4);    // where it stands
  }
  CHECK(is_refused(
      read_xlsx_bytes(bytes),
      "raw/a.xlsx: error workbook.zip the file is damaged or cut short (overlapping parts)"));
}

TEST_CASE("parts that are encrypted by ZIP are refused") {
  std::string bytes = zip_of(Xlsx{}.parts());
  for (std::size_t entry = bytes.find("PK\x01\x02"); entry != std::string::npos;
       entry = bytes.find("PK\x01\x02", entry + 4))
    bytes[entry + 8] = static_cast<char>(bytes[entry + 8] | 1);
  CHECK(is_refused(read_xlsx_bytes(bytes), "raw/a.xlsx: error workbook.encrypted"));
}

TEST_CASE("a DOCTYPE is refused in every part") {
  for (const char* part : {"_rels/.rels", "book/main.xml", "book/_rels/main.xml.rels",
                           "book/worksheets/first.xml", "book/texts.xml", "book/looks.xml"}) {
    Parts parts = Xlsx{.strings = "<si/>", .styles = "<cellXfs/>"}.parts();
    for (auto& [name, bytes] : parts)
      if (name == part) bytes.insert(0, "<!DOCTYPE a [<!ENTITY b \"c\">]>");
    CHECK(is_refused(read_parts(parts), "raw/a.xlsx: error workbook.xml " + std::string(part) +
                                            ":1:13: XML with a DOCTYPE"));
  }
  Parts parts = ods_parts("");
  parts[1].second.insert(0, "<!DOCTYPE a>");
  CHECK(is_refused(read_ods_bytes(zip_of(parts)),
                   "raw/a.ods: error workbook.xml content.xml:1:12: XML with a DOCTYPE"));
}

TEST_CASE("a part that is missing is named") {
  for (const char* part : {"book/main.xml", "book/_rels/main.xml.rels", "book/worksheets/first.xml",
                           "book/texts.xml", "book/looks.xml"})
    CHECK(is_refused(without(part), "raw/a.xlsx: error workbook.part the part " +
                                        std::string(part) + " is missing"));
}

TEST_CASE("XML that is not well-formed is refused with its place") {
  CHECK(is_refused(with_sheet("<worksheet xmlns=\"" + main_space + "\">\n<sheetData></worksheet>"),
                   "raw/a.xlsx: error workbook.xml book/worksheets/first.xml:2:14: not well-formed "
                   "XML (mismatched tag)"));
  CHECK(is_refused(with_sheet(""), "raw/a.xlsx: error workbook.xml"));
  CHECK(is_refused(with_rows("<row><c t=\"str\"><v>\xff</v></c></row>"),
                   "raw/a.xlsx: error workbook.xml"));
  CHECK(is_refused(with_rows("<row><c t=\"str\"><v>&b;</v></c></row>"),
                   "raw/a.xlsx: error workbook.xml"));
}

TEST_CASE("links that lead to themselves, to another kind of part or outside are refused") {
  Xlsx xlsx;
  xlsx.workbook = R"(<sheets><sheet name="a" sheetId="1" r:id="rX"/></sheets>)";
  const auto link = [&](const std::string& rest) {
    xlsx.more_links =
        "<Relationship Id=\"rX\" Type=\"" + link_space + "/worksheet\" " + rest + "/>";
    return read_of(xlsx);
  };
  CHECK(is_refused(link("Target=\"main.xml\""),
                   "raw/a.xlsx: error workbook.part sheet a: the part of the sheet"));
  CHECK(is_refused(link("Target=\"_rels/main.xml.rels\""),
                   "raw/a.xlsx: error workbook.part sheet a"));
  CHECK(is_refused(link("Target=\"../../../../etc/passwd\""),
                   "raw/a.xlsx: error workbook.part the part etc/passwd"));
  CHECK(is_refused(link("Target=\"http://a/b\" TargetMode=\"External\""),
                   "raw/a.xlsx: error workbook.part sheet a"));
  xlsx.more_links.clear();
  CHECK(is_refused(read_of(xlsx),
                   "raw/a.xlsx: error workbook.part sheet a: the file does not hold its content"));
}

TEST_CASE("two links of one id are refused") {
  Xlsx xlsx;
  xlsx.more_links =
      "<Relationship Id=\"rId1\" Type=\"" + link_space + "/worksheet\" Target=\"b\"/>";
  CHECK(is_refused(
      read_of(xlsx),
      "raw/a.xlsx: error workbook.part book/_rels/main.xml.rels: two links are called rId1"));
}

TEST_CASE("two sheets of one name or of one part are refused") {
  Xlsx xlsx;
  xlsx.workbook = R"(<sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets>)";
  CHECK(is_refused(
      read_of(xlsx),
      "raw/a.xlsx: error workbook.part sheet b: the part book/worksheets/first.xml serves"));
  Parts parts = ods_parts("");
  parts[1].second = ods_content(R"(<table:table table:name="a"/><table:table table:name="a"/>)");
  CHECK(is_refused(read_ods_bytes(zip_of(parts)),
                   "raw/a.ods: error workbook.part sheet a: two sheets have this name"));
}

TEST_CASE("more sheets than allowed are refused") {
  Xlsx xlsx;
  xlsx.workbook = R"(<sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rB"/></sheets>)";
  xlsx.more_links = "<Relationship Id=\"rB\" Type=\"" + link_space + "/chartsheet\" Target=\"b\"/>";
  CHECK(read_of(xlsx, {.sheets = 2}).workbook);
  CHECK(is_refused(read_of(xlsx, {.sheets = 1}),
                   "raw/a.xlsx: error table.limit sheet b: more than 1 sheets"));
}

TEST_CASE("a workbook without sheets is refused") {
  Xlsx xlsx;
  xlsx.workbook = "<sheets/>";
  CHECK(is_refused(read_of(xlsx), "raw/a.xlsx: error workbook.part there is no sheet"));
}

TEST_CASE("elements nested too deeply are refused") {
  std::string open, close;
  for (int at = 0; at < 200; ++at) {
    open += "<a>";
    close += "</a>";
  }
  CHECK(is_refused(with_sheet(open + close), "raw/a.xlsx: error workbook.part"));
  CHECK(is_refused(with_rows(open + close),
                   "raw/a.xlsx: error table.limit book/worksheets/first.xml:1:"));
}

TEST_CASE("a tag without end is refused soon") {
  std::string tag = "<worksheet a=\"";
  for (long at = 0; at < 400'000; ++at) tag += std::to_string(at * 7919 % 1'000'003);
  CHECK(is_refused(
      with_sheet(tag),
      "raw/a.xlsx: error table.limit book/worksheets/first.xml:1:1: a tag of more than"));
}

TEST_CASE("hundreds of namespaces are refused") {
  std::string tag = "<worksheet";
  for (int at = 0; at < 300; ++at) tag += " xmlns:n" + std::to_string(at) + "=\"urn:n\"";
  CHECK(is_refused(
      with_sheet(tag + "/>"),
      "raw/a.xlsx: error table.limit book/worksheets/first.xml:1:5603: too many namespaces"));
}
