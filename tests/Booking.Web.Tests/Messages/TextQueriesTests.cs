using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

public sealed class TextQueriesTests
{
    [Fact]
    public void The_database_is_asked_for_exactly_those_texts_that_say_themselves_that_they_need_somebody()
    {
        var asks = TextQueries.NeedsAttention.Compile();
        var texts =
            from state in Enum.GetValues<MessageState>()
            from why in Enum.GetValues<WhyNotSent>().Cast<WhyNotSent?>().Prepend(null)
            from due in new DateTime?[] { null, DateTime.UnixEpoch }
            from seenTo in new DateTime?[] { null, DateTime.UnixEpoch }
            select Text(state, why, due, seenTo);

        Assert.All(texts, text => Assert.Equal(text.NeedsAttention, asks(text)));
    }

    // Whatever a database may hold.
    private static Message Text(MessageState state, WhyNotSent? why, DateTime? due, DateTime? seenTo)
    {
        var message = Message.Note(1, "Hello", "key", DateTime.UnixEpoch);
        Set(nameof(Message.State), state);
        Set(nameof(Message.Why), why);
        Set(nameof(Message.Due), due);
        Set(nameof(Message.SeenToAt), seenTo);
        return message;

        void Set(string property, object? value) => typeof(Message).GetProperty(property)!.SetValue(message, value);
    }
}
