namespace Booking;

/// <summary>What somebody who texts us wants, as far as that can be told without a person.</summary>
public enum ReplyWish
{
    /// <summary>Only a person can tell.</summary>
    Other,

    /// <summary>1: they come.</summary>
    Confirm,

    /// <summary>2: they cannot come.</summary>
    Cancel,

    /// <summary>No more texts.</summary>
    Stop,

    /// <summary>Texts again.</summary>
    Start,

    /// <summary>The provider itself tells them how to stop.</summary>
    Help,

    /// <summary>It seems that they want no more texts, but they did not say so in the network's own words: a person decides.</summary>
    NoMoreTexts,
}
