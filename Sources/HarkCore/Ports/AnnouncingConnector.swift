/// Its pages announce some messages only; each comes whole with a later page. An announced one is not filed.
public protocol AnnouncingConnector: PollingConnector {}
