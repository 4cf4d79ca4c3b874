#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// Where the file of a source comes from.
enum class AddressKind {
  file,        ///< `file:raw/NAME`: it is there already
  https,       ///< `https://…`
  http,        ///< `http://…`, for sources that say `insecure = true`
  estat,       ///< `estat:STATSDATAID?KEY=VALUE&…`: getStatsData of e-Stat's API 3.0
  ckan,        ///< `ckan:PORTAL/ID`: a resource or a dataset of a CKAN portal
  clickhouse,  ///< `clickhouse:https://HOST:PORT/DATABASE`: asked by a query of the publication
  postgres,    ///< `postgres:SERVICE`: the same; which server that is, the environment says
};

/// The `url` of a source, taken apart as far as its scheme goes.
struct Address {
  AddressKind kind = AddressKind::file;
  std::string path;  ///< file: `raw/NAME`; https, http: the whole address; clickhouse: the server's
  std::string id;  ///< estat: statsDataId; ckan: resource, dataset; a database, a service or empty
  std::string rest;  ///< estat: `KEY=VALUE&…` or empty; ckan: portal, `HOST[:PORT][/FOLDER]`
};

/// Whether a query of the publication says what is asked for there.
bool is_database(const Address& address);

/// What `text` means; empty when it is no address that this program knows.
/// Whether a site may stand there: a host and folders on the web, as they are asked for.
bool is_site_address(std::string_view text);

std::optional<Address> parse_address(std::string_view text);

/// What keeps `text` from being an address though it nearly is one, and what to write; the forms of
/// addresses where nothing is to be seen. Never the text itself: it may hold a password.
Message why_no_address(std::string_view text);

/// The forms of addresses, for messages.
const std::vector<std::string>& address_forms();

/// The ending of a file that can be read (`.csv`), as the address has it; empty when it tells none.
std::string ending_of(const Address& address);

}  // namespace yokoten
