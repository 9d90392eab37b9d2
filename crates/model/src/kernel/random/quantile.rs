//! Inverse distribution functions: from one uniform to one value, monotone in the uniform and in the parameter.
//!
//! A draw holds 32 bits: no value is rarer than 2.3e-10, so a normal draw stays within 6.4 standard deviations of its
//! mean and an exponential one below 22.9 means. Counts (Poisson, binomial, geometric) are in `counts`.
//!
//! Monotone means here: up to the rounding of `f64`, which is a thousand times finer than the step from one draw to
//! the next. An impossible parameter is a defect of the program and panics, in every build.

use super::Uniform;
use crate::kernel::portable::{exp, exp_m1, ln, logistic, pow};

impl Uniform {
    /// The draw whose cell has this number, from 0 to 2^32 - 1.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The number of the draw's cell.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The draw as a number strictly between 0 and 1.
    #[inline]
    #[must_use]
    pub fn value(self) -> f64 {
        (f64::from(self.0) + 0.5) / 4_294_967_296.0
    }

    /// True with this probability; a higher probability keeps every success of a lower one.
    ///
    /// # Panics
    /// When the probability is not within 0 to 1.
    #[inline]
    #[must_use]
    pub fn bernoulli(self, probability: f64) -> bool {
        assert!((0.0..=1.0).contains(&probability), "a probability is within 0 to 1, not {probability}");
        self.value() < probability
    }

    /// What is left of the draw when it is known not to have succeeded with this probability: again uniform on (0, 1).
    ///
    /// # Panics
    /// When the probability is not within 0 to 1.
    #[must_use]
    pub fn above(self, probability: f64) -> Self {
        assert!((0.0..=1.0).contains(&probability), "a probability is within 0 to 1, not {probability}");
        let left = (self.value() - probability) / (1.0 - probability);
        Self((left.clamp(0.0, 1.0) * 4_294_967_295.0) as u32)
    }

    /// One of `0..n`, equally likely to one part in 2^32 / `n`.
    ///
    /// # Panics
    /// When `n` is 0.
    #[inline]
    #[must_use]
    pub fn index(self, n: u32) -> u32 {
        assert!(n > 0, "nothing to choose from");
        ((u64::from(self.0) * u64::from(n)) >> 32) as u32
    }

    /// A waiting time of this mean, in the unit of the mean: `-mean ln(1 - u)`.
    ///
    /// # Panics
    /// When the mean is negative, infinite or not a number.
    #[inline]
    #[must_use]
    pub fn exponential(self, mean: f64) -> f64 {
        let mean = not_negative("the mean of an exponential draw", mean);
        -mean * ln(1.0 - self.value())
    }

    /// A draw of the normal distribution of mean 0 and standard deviation 1.
    #[inline]
    #[must_use]
    pub fn standard_normal(self) -> f64 {
        standard_normal_quantile(self.value())
    }

    /// A draw of the normal distribution, in the unit of `mean` and `sd` (standard deviation).
    ///
    /// # Panics
    /// When the mean is not finite, or the standard deviation negative or not finite.
    #[must_use]
    pub fn normal(self, mean: f64, sd: f64) -> f64 {
        let sd = not_negative("the standard deviation of a normal draw", sd);
        finite("the mean of a normal draw", mean) + sd * self.standard_normal()
    }

    /// A positive value whose logarithm is normal: `median e^(sigma z)`, in the unit of the median.
    ///
    /// `sigma` is the standard deviation of the natural logarithm; the mean is `median e^(sigma^2 / 2)`.
    ///
    /// # Panics
    /// When the median or `sigma` is negative or not finite.
    #[must_use]
    pub fn lognormal(self, median: f64, sigma: f64) -> f64 {
        let median = not_negative("the median of a lognormal draw", median);
        let sigma = not_negative("the sigma of a lognormal draw", sigma);
        median * exp(sigma * self.standard_normal())
    }

    /// A share within 0 to 1: `(1 - (1 - u)^(1/b))^(1/a)` (Kumaraswamy 1980).
    ///
    /// Close to the beta distribution of the same `a` and `b`, with a closed inverse; it rises with `a` and falls with
    /// `b`. A shape far from 1 rounds the outermost draws to 0 or 1 itself.
    ///
    /// # Panics
    /// When `a` or `b` is not above 0, or not finite.
    #[must_use]
    pub fn kumaraswamy(self, a: f64, b: f64) -> f64 {
        let a = positive("the first shape of a Kumaraswamy draw", a);
        let b = positive("the second shape of a Kumaraswamy draw", b);
        pow(-exp_m1(ln(1.0 - self.value()) / b), 1.0 / a)
    }

    /// A share within 0 to 1 whose log-odds are normal with mean `mu` and standard deviation `sigma`
    /// (Aitchison, Shen 1980); its median is `1 / (1 + e^-mu)`.
    ///
    /// # Panics
    /// When `mu` is not finite, or `sigma` negative or not finite.
    #[must_use]
    pub fn logit_normal(self, mu: f64, sigma: f64) -> f64 {
        logistic(self.normal(mu, sigma))
    }
}

/// The value below which a standard normal variable falls with this probability; infinite at 0 and 1.
///
/// Algorithm AS 241, PPND16 (Wichura 1988): relative error about 1e-16.
///
/// # Panics
/// When the probability is not within 0 to 1.
#[must_use]
pub fn standard_normal_quantile(probability: f64) -> f64 {
    assert!((0.0..=1.0).contains(&probability), "a probability is within 0 to 1, not {probability}");
    let from_centre = probability - 0.5;
    if from_centre.abs() <= 0.425 {
        let r = 0.180_625 - from_centre * from_centre;
        return from_centre * polynomial(CENTRE.0, r) / polynomial(CENTRE.1, r);
    }
    let tail = if from_centre < 0.0 { probability } else { 1.0 - probability };
    if tail <= 0.0 {
        return f64::INFINITY.copysign(from_centre);
    }
    let r = (-ln(tail)).sqrt();
    let distance = if r <= 5.0 {
        polynomial(MIDDLE.0, r - 1.6) / polynomial(MIDDLE.1, r - 1.6)
    } else {
        polynomial(FAR.0, r - 5.0) / polynomial(FAR.1, r - 5.0)
    };
    distance.copysign(from_centre)
}

/// A polynomial of degree 7 and its eight coefficients, constant first.
type Coefficients = [f64; 8];

/// Numerator and denominator for probabilities within .075 to .925.
const CENTRE: (Coefficients, Coefficients) = (
    [
        3.387_132_872_796_366_5,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_3e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_545e3,
    ],
);

/// Numerator and denominator for tails down to about 1e-11.
const MIDDLE: (Coefficients, Coefficients) = (
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);

/// Numerator and denominator for the tails beyond, which a draw never reaches.
const FAR: (Coefficients, Coefficients) = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

fn polynomial(coefficients: Coefficients, x: f64) -> f64 {
    coefficients.into_iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

pub(super) fn finite(what: &str, value: f64) -> f64 {
    assert!(value.is_finite(), "{what} is finite, not {value}");
    value
}

pub(super) fn not_negative(what: &str, value: f64) -> f64 {
    assert!(value >= 0.0 && value.is_finite(), "{what} is finite and not below 0, not {value}");
    value
}

fn positive(what: &str, value: f64) -> f64 {
    assert!(value > 0.0 && value.is_finite(), "{what} is finite and above 0, not {value}");
    value
}

/// The standard normal distribution function, by the complementary error function.
#[must_use]
pub fn standard_normal_cdf(x: f64) -> f64 {
    0.5 * crate::kernel::portable::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}
