import HarkCore
import HarkHackerNews
