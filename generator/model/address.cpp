#include "model/address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view letters_and_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

bool made_of(std::string_view text, std::string_view more) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char letter) {
    return letters_and_digits.find(letter) != std::string_view::npos ||
           more.find(letter) != std::string_view::npos;
  });
}

// Without blanks and controls. Japanese in a path is percent-encoded when it is asked for.
bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char letter) {
    return static_cast<unsigned char>(letter) <= ' ' || letter == '\x7f' || letter == '\\';
  });
}

// %61pp_Id is appid: as servers take it, and without what joins words.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (std::size_t at = 0; at < name.size(); ++at) {
    unsigned char byte = 0;
    const char* const digits = name.data() + at + 1;
    const bool is_coded = at + 2 < name.size() && name[at] == '%' &&
                          std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    plain += is_coded ? static_cast<char>(byte) : name[at];
    if (is_coded) at += 2;
  }
  std::erase_if(plain, [](char letter) { return letter == '-' || letter == '_'; });
  return lower_ascii(plain);
}

bool names_key(std::string_view name) {
  constexpr std::array<std::string_view, 18> names = {
      "appid",        "apikey",       "key",       "accesskey", "secretkey", "token",
      "accesstoken",  "refreshtoken", "apitoken",  "authtoken", "auth",      "secret",
      "clientsecret", "sig",          "signature", "password",  "passwd",    "subscriptionkey"};
  const std::string plain = plain_name(name);
  return std::find(names.begin(), names.end(), plain) != names.end() || plain.starts_with("xamz") ||
         plain.starts_with("xgoog");
}

// Whether the address holds a word that only its owner may know. Some servers take ; for &, and
// some take ;name=value behind a path too.
bool has_key(std::string_view text) {
  const auto first = text.find_first_of("?;");
  std::string_view rest = first == text.npos ? std::string_view() : text.substr(first + 1);
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find_first_of("?&;"));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    const std::string_view name = part.substr(0, part.find('='));
    if (part.size() > name.size() + 1 && names_key(name)) return true;  // with a value
  }
  return false;
}

// A name, a password or a key would end up in files and messages.
std::optional<Address> web(AddressKind kind, std::string_view text, std::size_t scheme) {
  const std::string_view host = text.substr(scheme, text.find_first_of("/?#", scheme) - scheme);
  if (host.empty() || host.find('@') != std::string_view::npos) return std::nullopt;
  if (!is_plain(text) || text.find('#') != std::string_view::npos || has_key(text))
    return std::nullopt;
  return Address{kind, std::string(text), {}, {}};
}

std::optional<Address> estat(std::string_view text) {
  const auto question = text.find('?');
  const std::string_view id = text.substr(0, question);
  const std::string_view query =
      question == std::string_view::npos ? std::string_view() : text.substr(question + 1);
  if (id.find_first_not_of("0123456789") != std::string_view::npos || id.empty())
    return std::nullopt;
  if (!query.empty() && (!made_of(query, "=&,-_.:%") || has_key(text))) return std::nullopt;
  return Address{AddressKind::estat, {}, std::string(id), std::string(query)};
}

std::optional<Address> ckan(std::string_view text) {
  if (text.starts_with("https://")) text.remove_prefix(8);
  const auto slash = text.rfind('/');
  if (slash == std::string_view::npos || slash == 0) return std::nullopt;
  const std::string_view portal = text.substr(0, slash);
  const std::string_view id = text.substr(slash + 1);
  if (!made_of(id, "-_") || !made_of(portal, "-._:/[]") || portal.find("//") != portal.npos)
    return std::nullopt;
  return Address{AddressKind::ckan, {}, std::string(id), std::string(portal)};
}

// Without a path behind the database: what is asked stands in the query.
std::optional<Address> clickhouse(std::string_view text) {
  const bool is_https = text.starts_with("https://");
  if (!is_https && !text.starts_with("http://")) return std::nullopt;
  const std::size_t scheme = is_https ? 8 : 7;
  const auto slash = text.find('/', scheme);
  const std::string_view database =
      slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
  if (!database.empty() && !made_of(database, "-_")) return std::nullopt;
  auto address = web(AddressKind::clickhouse, text.substr(0, slash), scheme);
  if (address && address->path.find('?') != std::string::npos) return std::nullopt;
  if (address) address->id = database;
  return address;
}

std::optional<Address> postgres(std::string_view text) {
  if (!text.empty() && !made_of(text, "-_.")) return std::nullopt;
  return Address{AddressKind::postgres, {}, std::string(text), {}};
}

std::optional<Address> file(std::string_view text) {
  if (!text.starts_with("raw/") || text.size() == 4) return std::nullopt;
  if (text.find("..") != std::string_view::npos || text.find('\\') != std::string_view::npos)
    return std::nullopt;
  return Address{AddressKind::file, std::string(text), {}, {}};
}

constexpr std::array<std::string_view, 7> schemes = {
    "https://", "http://", "estat:", "ckan:", "file:", "clickhouse:", "postgres:"};

/// Where a text is an address on the web, what stands between its scheme and its path.
std::optional<std::string_view> host_of_web(std::string_view text) {
  if (text.starts_with("clickhouse:")) text.remove_prefix(11);
  for (const std::string_view scheme : {"https://", "http://"})
    if (text.starts_with(scheme)) {
      text.remove_prefix(scheme.size());
      return text.substr(0, text.find_first_of("/?#"));
    }
  return std::nullopt;
}

Message why_no_key() {
  return {
      "urlは公開されるので、鍵（appId、api_key、tokenなど）は書けません。e-Statはestat:統計表ID"
      "とESTAT_APP_ID、ほかはheadersと環境変数を使ってください",
      "url is published, so it may hold no key (appId, api_key, token …): for e-Stat use "
      "estat:ID and ESTAT_APP_ID, for others headers and the environment"};
}

// What web() refuses, in its order.
Message why_no_web(std::string_view text, std::string_view host) {
  if (host.empty()) return {"ホスト名がありません", "there is no host in it"};
  if (host.find('@') != std::string_view::npos)
    return {"住所に利用者名やパスワードは書けません。headersと環境変数を使ってください",
            "an address may hold no user or password; use headers and the environment"};
  if (has_key(text)) return why_no_key();
  if (!is_plain(text))
    return {"空白、改行や\\は使えません。空白は%20と書いてください",
            "blanks, line ends and \\ can't stand in it; write a blank as %20"};
  if (text.find('#') != std::string_view::npos)
    return {"#から後はページの中の場所で、取得先ではありません。除いてください",
            "what stands behind # is a place within a page; leave it out"};
  return {};
}

Message in_small_letters(std::string_view scheme) {
  const std::string word(scheme);
  return {"初めの" + word + "は小文字で書いてください", "write " + word + " in small letters"};
}

}  // namespace

bool is_database(const Address& address) {
  return address.kind == AddressKind::clickhouse || address.kind == AddressKind::postgres;
}

std::optional<Address> parse_address(std::string_view text) {
  if (text.starts_with("file:")) return file(text.substr(5));
  if (text.starts_with("https://")) return web(AddressKind::https, text, 8);
  if (text.starts_with("http://")) return web(AddressKind::http, text, 7);
  if (text.starts_with("estat:")) return estat(text.substr(6));
  if (text.starts_with("ckan:")) return ckan(text.substr(5));
  if (text.starts_with("clickhouse:")) return clickhouse(text.substr(11));
  if (text.starts_with("postgres:")) return postgres(text.substr(9));
  return std::nullopt;
}

bool is_site_address(std::string_view text) {
  const auto host = host_of_web(text);
  if (!host || text.starts_with("clickhouse:") || !text.ends_with('/')) return false;
  const bool has_host = !host->empty() && host->find_first_not_of(":.-") != host->npos;
  const bool leads_up = text.find("/../") != text.npos || text.find("/./") != text.npos;
  const bool has_control = text.find("%0") != text.npos || text.find("%1") != text.npos;
  return has_host && !leads_up && !has_control && host->find('@') == host->npos &&
         std::all_of(text.begin(), text.end(), [](char each) {
           return each > ' ' && each <= '~' &&
                  std::string_view("\"'<>\\^`{|}?#;").find(each) == std::string_view::npos;
         });
}

Message why_no_address(std::string_view text) {
  if (trimmed_text(text).size() != text.size())
    return {"前後の空白を除いてください", "take away the blanks around it"};
  for (const std::string_view scheme : schemes)
    if (lower_ascii(text.substr(0, scheme.size())) == scheme && !text.starts_with(scheme))
      return in_small_letters(scheme);
  if (text.starts_with("file:"))
    return {"file:の後は発行物の中のraw/NAMEです", "behind file: is raw/NAME in the publication"};
  const auto host = host_of_web(text);
  Message why = host ? why_no_web(text, *host) : Message{};
  if (!why.en.empty()) return why;
  if (text.starts_with("estat:") && has_key(text)) return why_no_key();
  return {fmt::format("urlはこの形です: {}", fmt::join(address_forms(), "、")),
          fmt::format("url has one of these forms: {}", fmt::join(address_forms(), ", "))};
}

const std::vector<std::string>& address_forms() {
  static const std::vector<std::string> forms = {
      "file:raw/NAME",       "https://…",      "http://…",
      "estat:STATSDATAID?…", "ckan:PORTAL/ID", "clickhouse:https://HOST:PORT/DATABASE",
      "postgres:SERVICE"};
  return forms;
}

std::string ending_of(const Address& address) {
  if (address.kind == AddressKind::estat) return ".json";
  if (address.kind == AddressKind::ckan) return {};
  if (is_database(address)) return ".csv";
  const std::string path = lower_ascii(address.path.substr(0, address.path.find('?')));
  for (const char* ending : {".csv", ".tsv", ".xlsx", ".ods", ".json"})
    if (path.ends_with(ending)) return ending;
  return {};
}

}  // namespace yokoten
